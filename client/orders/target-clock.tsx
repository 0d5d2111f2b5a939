// The clocks of an order's time targets: the running one on the board, all of them on the panel.
import AlarmClock from 'lucide-solid/icons/alarm-clock';
import { createMemo, Show, type JSX } from 'solid-js';
import { clocksOf, runningClock, type Clock, type ClockState } from '#schemas/orders/targets.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useStrings } from '../i18n/strings.ts';
import { StatusBadge, type Tone } from '../ui/badge.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { KeyValueList } from '../ui/key-value-list.tsx';
import { boardStrings, type BoardStrings } from './board-strings.ts';
import css from './orders.module.css';

const tones: Record<ClockState, Tone> = {
  running: 'neutral',
  near: 'warning',
  missed: 'danger',
  met: 'success',
  late: 'danger',
};

/** What is to be done next and how long there is for it; nothing when nothing is timed. */
export function RunningClock(props: { order: ProjectedOrder }): JSX.Element {
  const t = useStrings(boardStrings);
  const format = useFormat();
  const clock = createMemo(() => runningClock(props.order, format.now()));
  return (
    <Show when={clock()}>
      {(running) => (
        <StatusBadge
          tone={tones[running().state]}
          icon={AlarmClock}
          title={`${t().targets.step[running().step]} ${format.short(running().dueAt)}`}
        >
          {t().targets.running(t().targets.step[running().step], standing(running(), format.now(), t()))}
        </StatusBadge>
      )}
    </Show>
  );
}

export function ClocksSection(props: { order: ProjectedOrder }): JSX.Element {
  const t = useStrings(boardStrings);
  const format = useFormat();
  const clocks = createMemo(() => clocksOf(props.order, format.now()));
  const due = ({ dueAt, minutes }: Clock) => t().targets.due(format.short(dueAt), spell(minutes, t()));
  const items = () =>
    clocks().map((clock) => ({
      label: t().targets.step[clock.step],
      value: (
        <span class={css.clock}>
          <StatusBadge tone={tones[clock.state]}>{standing(clock, format.now(), t())}</StatusBadge>
          <span class={css.sub}>
            {clock.doneAt ? t().targets.done(format.short(clock.doneAt), due(clock)) : due(clock)}
          </span>
        </span>
      ),
    }));
  return (
    <Show when={clocks().length > 0}>
      <section class={css.section}>
        <h3>{t().targets.title}</h3>
        <KeyValueList items={items()} />
      </section>
    </Show>
  );
}

/** In time or late once it is done, else how much is left or over. */
function standing({ state, dueAt, minutes: allowed }: Clock, now: string, t: BoardStrings): string {
  if (state === 'met') return t.targets.met;
  if (state === 'late') return t.targets.late;
  const minutes = (Date.parse(dueAt) - Date.parse(now)) / 60_000;
  return minutes < 0
    ? t.targets.over(spell(Math.ceil(-minutes), t))
    : // The clock on the screen ticks now and then: what has just begun has no more than its time.
      t.targets.left(spell(Math.min(Math.ceil(minutes), allowed), t));
}

const spell = (minutes: number, t: BoardStrings): string =>
  minutes < 600 ? t.targets.minutes(minutes) : t.targets.hours((minutes / 60).toFixed(1).replace('.0', ''));
