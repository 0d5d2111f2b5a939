// 收款: one receipt over many orders, laid out before it is entered by the rule that the server applies.
import { createSignal, Show, type JSX } from 'solid-js';
import { creditOf, customerCredit, keepsCredit } from '#schemas/finance/statements/credit.ts';
import { layOut } from '#schemas/finance/statements/receive.ts';
import { openDispute, openOf, type Statement } from '#schemas/finance/statements/statement.ts';
import { sumFen } from '#schemas/core/money.ts';
import { useReferenceMap } from '../data/reference.ts';
import { useStatements } from '../data/statements.ts';
import { MethodSelect } from '../finance/method-select.tsx';
import { useDecision } from '../finance/use-decision.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { MoneyField } from '../ui/money-field.tsx';
import { MultiSelect } from '../ui/multi-select.tsx';
import { FormGrid, Stack } from '../ui/page.tsx';
import { uiStrings } from '../ui/strings.ts';
import { TextField } from '../ui/text-field.tsx';
import { toWallClock } from '../ui/time.ts';
import { statementStrings } from './strings.ts';

export function ReceiveDialog(props: { statement: Statement; onClose: () => void }): JSX.Element {
  const t = useStrings(statementStrings);
  const ui = useStrings(uiStrings);
  const format = useFormat();
  const decision = useDecision(() => props.statement.id);
  const waiting = () => props.statement.lines.filter((line) => !line.posted && !openDispute(line));
  const disputed = () => props.statement.lines.filter((line) => openDispute(line)).length;
  const [chosen, setChosen] = createSignal<readonly string[]>([]);
  const paid = () => (chosen().length > 0 ? waiting().filter(({ id }) => chosen().includes(id)) : waiting());
  const owed = () => sumFen(paid().map(openOf));
  const [amountFen, setAmount] = createSignal<number | null>(owed());
  const [problem, setProblem] = createSignal<string>();
  const [method, setMethod] = createSignal<string | null>(null);
  const [receivedOn, setReceivedOn] = createSignal<string | null>(
    toWallClock(format.now(), format.zone()).slice(0, 10),
  );
  const statements = useStatements();
  const customers = useReferenceMap('customers');
  const credit = () => {
    const { customerId } = props.statement;
    return keepsCredit(customers().get(customerId)) ? creditOf(statements(), customerId) : 0;
  };
  const fromCredit = () => method() === customerCredit;
  const takeCredit = (taken: boolean): void => {
    setMethod(taken ? customerCredit : null);
    setAmount(proposed());
  };
  const proposed = () => (fromCredit() ? Math.min(credit(), owed()) : owed());
  const [note, setNote] = createSignal('');
  const [waives, setWaives] = createSignal(false);
  const [reason, setReason] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const difference = () => (amountFen() ?? owed()) - owed();
  const needsReason = () => difference() > 0 || (difference() < 0 && waives());
  const payment = () => {
    const [amount, why] = [amountFen() ?? 0, reason().trim()];
    return {
      amountFen: amount,
      ...(chosen().length > 0 && { allocations: share(amount) }),
      ...(difference() < 0 && waives() && { waivesRest: true }),
      ...(needsReason() && why && { reason: why }),
    };
  };
  /** What was ticked is paid in the same order, the oldest first. */
  const share = (amount: number) => {
    const laid = layOut(paid(), { amountFen: Math.min(amount, owed()) });
    const given = new Map((laid.ok ? laid.value.allocations : []).map((one) => [one.lineId, one.amountFen]));
    return paid().map(({ id }) => ({ lineId: id, amountFen: given.get(id) ?? 0 }));
  };
  const receive = async (): Promise<void> => {
    setTried(true);
    const [by, on, text] = [method(), receivedOn(), note().trim()];
    if (amountFen() === null || !by || !on || (needsReason() && !reason().trim())) return;
    const done = await decision.decide(
      'receive-payment',
      {
        ...payment(),
        ...{ method: by, receivedOn: on, seenFen: props.statement.totalFen },
        ...(text && { note: text }),
      },
      t().receive.done,
    );
    if (done) props.onClose();
  };
  const words = () => {
    const money = format.money(Math.abs(difference()));
    return difference() > 0 ? t().receive.over(money) : t().receive.part(money);
  };
  return (
    <Dialog
      open
      title={t().receive.title}
      description={`${props.statement.name} · ${t().receive.open(format.money(owed()))}`}
      onClose={() => props.onClose()}
      dismissable={false}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{ui().cancel}</Button>
          <Button
            variant="primary"
            busy={decision.busy()}
            disabledReason={decision.offlineReason()}
            onClick={() => void receive()}
          >
            {t().receive.action}
          </Button>
        </>
      }
    >
      <Stack>
        <Show when={decision.offlineReason()}>{(why) => <Banner tone="warning">{why()}</Banner>}</Show>
        <Show when={decision.error()}>{(text) => <Banner tone="danger">{text()}</Banner>}</Show>
        <Show when={disputed() > 0}>
          <Banner tone="info">{t().receive.disputed(disputed())}</Banner>
        </Show>
        <MultiSelect
          label={t().receive.which}
          placeholder={t().receive.oldest}
          value={[...chosen()]}
          options={waiting().map((line) => ({
            value: line.id,
            label: `${line.number} ${line.plate} ${format.money(openOf(line))}`,
          }))}
          onChange={(ids) => {
            setChosen(ids);
            setAmount(proposed());
          }}
        />
        <Show when={credit() > 0}>
          <Banner tone="info">{t().receive.credit(format.money(credit()))}</Banner>
          <Checkbox label={t().receive.useCredit} checked={fromCredit()} onChange={takeCredit} />
        </Show>
        <FormGrid>
          <MoneyField
            label={t().receive.amount}
            required
            value={amountFen()}
            error={problem() ?? (tried() && amountFen() === null ? t().adjust.amountNeeded : undefined)}
            onChange={(value, wrong) => {
              setAmount(value);
              setProblem(wrong);
            }}
          />
          <Show when={!fromCredit()}>
            <MethodSelect value={method()} onChange={setMethod} tried={tried()} />
          </Show>
          <DateField label={t().receive.on} required value={receivedOn()} onChange={setReceivedOn} />
          <TextField label={t().receive.note} value={note()} onInput={setNote} maxLength={500} />
        </FormGrid>
        <Show when={difference() !== 0}>
          <Banner tone={difference() > 0 ? 'warning' : 'info'}>{words()}</Banner>
        </Show>
        <Show when={difference() < 0}>
          <Checkbox label={t().receive.waive} checked={waives()} onChange={setWaives} />
        </Show>
        <Show when={needsReason()}>
          <TextField
            label={t().receive.reason}
            required
            value={reason()}
            onInput={setReason}
            maxLength={500}
            error={tried() && !reason().trim() ? t().receive.reasonNeeded : undefined}
          />
        </Show>
      </Stack>
    </Dialog>
  );
}
