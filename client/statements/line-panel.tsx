// One order on a statement: what it comes to and why, its disputes, and what can be done about it.
import { A } from '@solidjs/router';
import { createSignal, For, Show, type JSX } from 'solid-js';
import type { Staleness } from '#schemas/finance/statements/lines.ts';
import { statementPermission } from '#schemas/finance/statements/decide.ts';
import {
  dueOf,
  openDispute,
  type Statement,
  type StatementLine,
} from '#schemas/finance/statements/statement.ts';
import { statementTable } from '#schemas/finance/statements/states.ts';
import { may } from '#schemas/staff/permissions.ts';
import { useActor } from '../data/session.ts';
import { useDecision } from '../finance/use-decision.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import { Button } from '../ui/button.tsx';
import { Time, useFormat } from '../ui/formatting.tsx';
import { KeyValueList, type KeyValue } from '../ui/key-value-list.tsx';
import { Row, Stack } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { LineBadge } from './columns.tsx';
import { AdjustDialog, DisputeDialog, SettleDialog } from './line-dialogs.tsx';
import css from './statements.module.css';
import { statementStrings } from './strings.ts';

interface Props {
  statement: Statement;
  line: StatementLine;
  stale: Staleness | undefined;
  onClose: () => void;
}

export function LinePanel(props: Props): JSX.Element {
  return (
    <SidePanel
      title={props.line.number}
      titleExtra={<LineBadge line={props.line} stale={props.stale} />}
      onClose={() => props.onClose()}
    >
      <Stack>
        <Facts line={props.line} />
        <Adjustments line={props.line} />
        <Disputes line={props.line} />
        <Actions statement={props.statement} line={props.line} />
      </Stack>
    </SidePanel>
  );
}

function Facts(props: { line: StatementLine }): JSX.Element {
  const t = useStrings(statementStrings);
  const names = useNames();
  const format = useFormat();
  const facts = (): KeyValue[] => {
    const { column } = t();
    const { line } = props;
    const rows: [label: string, value: string | undefined][] = [
      [column.case, line.customerOrderNumber],
      [column.plate, line.plate],
      [column.service, line.service],
      [column.outlet, names.outlet(line.outletId)],
      [column.ended, format.dateTime(line.endedAt)],
      [column.amount, format.money(line.amountFen)],
      [column.due, format.money(dueOf(line))],
      [column.received, format.money(line.receivedFen)],
    ];
    return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []));
  };
  return (
    <>
      <KeyValueList items={facts()} />
      <A href={`/orders/${props.line.id}`}>{t().toOrder}</A>
    </>
  );
}

function Adjustments(props: { line: StatementLine }): JSX.Element {
  const t = useStrings(statementStrings);
  const names = useNames();
  const format = useFormat();
  return (
    <Show when={props.line.adjustments.length > 0}>
      <section>
        <h3 class={css.heading}>{t().column.adjusted}</h3>
        <ul class={css.receipts}>
          <For each={props.line.adjustments}>
            {(adjustment) => (
              <li class={css.receipt}>
                <div class={css.cardLine}>
                  <span>{adjustment.reason}</span>
                  <span class={css.amount}>{format.money(adjustment.amountFen)}</span>
                </div>
                <span class={css.muted}>
                  {names.staff(adjustment.by)} <Time iso={adjustment.at} />
                </span>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

function Disputes(props: { line: StatementLine }): JSX.Element {
  const t = useStrings(statementStrings);
  const names = useNames();
  const format = useFormat();
  return (
    <Show when={props.line.disputes.length > 0}>
      <section>
        <h3 class={css.heading}>{t().line.disputed}</h3>
        <ul class={css.receipts}>
          <For each={props.line.disputes}>
            {(dispute) => (
              <li class={css.receipt}>
                <span>{dispute.reason}</span>
                <Show when={dispute.claimedFen !== undefined}>
                  <span>{t().dispute.claims(format.money(dispute.claimedFen ?? 0))}</span>
                </Show>
                <span class={css.muted}>
                  {names.staff(dispute.by)} <Time iso={dispute.at} />
                </span>
                <Show when={dispute.settled}>
                  {(settled) => (
                    <>
                      <span>{settled().resolution}</span>
                      <span class={css.muted}>
                        {names.staff(settled().by)} <Time iso={settled().at} />
                      </span>
                    </>
                  )}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

type Asked = 'adjust' | 'dispute' | 'settle';

function Actions(props: { statement: Statement; line: StatementLine }): JSX.Element {
  const t = useStrings(statementStrings);
  const actor = useActor();
  const decision = useDecision(() => props.statement.id);
  const [asked, setAsked] = createSignal<Asked>();
  const goes = (move: 'change' | 'dispute' | 'settle-dispute') =>
    statementTable[move][props.statement.state].go;
  const can = (what: Asked): boolean => {
    const isOpen = openDispute(props.line) !== undefined;
    if (what === 'adjust') return goes('change') && may(actor, statementPermission['adjust-line']);
    if (what === 'dispute')
      return (
        goes('dispute') && !isOpen && !props.line.posted && may(actor, statementPermission['dispute-line'])
      );
    return goes('settle-dispute') && isOpen && may(actor, statementPermission['settle-dispute']);
  };
  const button = (what: Asked, label: string) => (
    <Show when={can(what)}>
      <Button
        variant={what === 'settle' ? 'primary' : 'secondary'}
        disabledReason={decision.offlineReason()}
        onClick={() => (decision.clear(), setAsked(what))}
      >
        {label}
      </Button>
    </Show>
  );
  const dialog = () => ({ line: props.line, decision, onClose: () => setAsked() });
  return (
    <>
      <Row>
        {button('settle', t().settle.action)}
        {button('dispute', t().dispute.action)}
        {button('adjust', t().adjust.action)}
      </Row>
      <Show when={asked() === 'adjust'}>
        <AdjustDialog {...dialog()} />
      </Show>
      <Show when={asked() === 'dispute'}>
        <DisputeDialog {...dialog()} />
      </Show>
      <Show when={asked() === 'settle'}>
        <SettleDialog {...dialog()} />
      </Show>
    </>
  );
}
