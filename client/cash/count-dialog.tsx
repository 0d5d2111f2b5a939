// 清點交款: what a driver hands over is counted against what he owes; a difference wants its reason.
import { createSignal, Show, type JSX } from 'solid-js';
import { sumFen } from '#schemas/core/money.ts';
import { mostOrders } from '#schemas/finance/cash/commands.ts';
import { useCommands } from '../data/commands.ts';
import { useCatalog } from '../data/reference.ts';
import { MethodSelect } from '../finance/method-select.tsx';
import { useDecision } from '../finance/use-decision.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice-group.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { MoneyField } from '../ui/money-field.tsx';
import { FormGrid, Stack } from '../ui/page.tsx';
import { uiStrings } from '../ui/strings.ts';
import { TextField } from '../ui/text-field.tsx';
import { heldFenOf, type CashDay } from './days.ts';
import { cashStrings } from './strings.ts';

export function CountDialog(props: {
  row: CashDay;
  days: readonly CashDay[];
  onClose: () => void;
}): JSX.Element {
  const t = useStrings(cashStrings);
  const ui = useStrings(uiStrings);
  const names = useNames();
  const format = useFormat();
  const handoverId = useCommands().newId();
  const decision = useDecision(() => handoverId);
  const cash = useCatalog('settlement-method')().find(({ code }) => code === 'cash');
  const [scope, setScope] = createSignal<'day' | 'all'>('day');
  const [countedFen, setCounted] = createSignal<number | null>(null);
  const [problem, setProblem] = createSignal<string>();
  const [method, setMethod] = createSignal<string | null>(cash?.id ?? null);
  const [reason, setReason] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const heldDays = () => props.days.filter((day) => day.driverId === props.row.driverId && day.heldFen !== 0);
  /** One handover has room for so many; the oldest days go first. */
  const orders = () => {
    const days = scope() === 'day' ? [props.row] : heldDays();
    const held = days.flatMap((day) => day.orders).filter((order) => heldFenOf(order) !== 0);
    return held.slice(-mostOrders);
  };
  const owed = () => sumFen(orders().map(heldFenOf));
  const difference = () => (countedFen() ?? owed()) - owed();
  const count = async (): Promise<void> => {
    setTried(true);
    const [counted, by, why] = [countedFen(), method(), reason().trim()];
    if (counted === null || !by || (difference() !== 0 && !why)) return;
    const done = await decision.decide(
      'count-cash',
      {
        driverId: props.row.driverId,
        orderIds: orders().map(({ id }) => id),
        ...{ expectedFen: owed(), countedFen: counted, method: by },
        ...(difference() !== 0 && { reason: why }),
      },
      t().handover.done,
    );
    if (done) props.onClose();
  };
  const words = () => {
    const amount = format.money(Math.abs(difference()));
    return difference() < 0 ? t().handover.short(amount) : t().handover.over(amount);
  };
  return (
    <Dialog
      open
      title={t().handover.title}
      description={`${names.staff(props.row.driverId)} · ${t().handover.owed(format.money(owed()))}`}
      onClose={() => props.onClose()}
      dismissable={false}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{ui().cancel}</Button>
          <Button
            variant="primary"
            busy={decision.busy()}
            disabledReason={decision.offlineReason()}
            onClick={() => void count()}
          >
            {t().handover.action}
          </Button>
        </>
      }
    >
      <Stack>
        <Show when={decision.offlineReason()}>{(why) => <Banner tone="warning">{why()}</Banner>}</Show>
        <Show when={decision.error()}>{(text) => <Banner tone="danger">{text()}</Banner>}</Show>
        <Show when={heldDays().length > 1}>
          <RadioGroup
            label={t().handover.scope}
            value={scope()}
            options={[
              { value: 'day', label: t().handover.today(props.row.day, format.money(props.row.heldFen)) },
              {
                value: 'all',
                label: t().handover.all(
                  t().days(heldDays().length),
                  format.money(sumFen(heldDays().map(({ heldFen }) => heldFen))),
                ),
              },
            ]}
            onChange={setScope}
          />
        </Show>
        <FormGrid>
          <MoneyField
            label={t().handover.counted}
            required
            value={countedFen()}
            error={problem() ?? (tried() && countedFen() === null ? t().handover.countNeeded : undefined)}
            onChange={(value, wrong) => {
              setCounted(value);
              setProblem(wrong);
            }}
          />
          <MethodSelect value={method()} onChange={setMethod} tried={tried()} />
        </FormGrid>
        <Show when={difference() !== 0}>
          <Banner tone="warning">{words()}</Banner>
          <TextField
            label={t().handover.reason}
            required
            value={reason()}
            onInput={setReason}
            maxLength={500}
            error={tried() && !reason().trim() ? t().handover.reasonNeeded : undefined}
          />
        </Show>
      </Stack>
    </Dialog>
  );
}
