// Above a report's table: what it all comes to, and how it went over time.
import { For, Show, type JSX } from 'solid-js';
import { marginOf, outstandingOf, totalOf, type Report } from '#schemas/reports/report.ts';
import { useStrings } from '../i18n/strings.ts';
import { BarChart } from '../ui/bar-chart.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { percentOf } from './columns.tsx';
import css from './reports.module.css';
import { reportStrings } from './strings.ts';

interface Figure {
  readonly label: string;
  readonly value: string;
  readonly note?: string | undefined;
}

/** Of everything in the time that was chosen, also where the table lists a part of it. */
export function Overview(props: { report: Report }): JSX.Element {
  const figures = useFigures(() => props.report);
  return (
    <div class={css.overview}>
      <dl class={css.figures}>
        <For each={figures()}>
          {({ label, value, note }) => (
            <div class={css.figure}>
              <dt>{label}</dt>
              <dd class={css.value}>{value}</dd>
              <Show when={note}>{(text) => <dd class={css.note}>{text()}</dd>}</Show>
            </div>
          )}
        </For>
      </dl>
      <Show when={props.report.periods.length > 1}>
        <Course report={props.report} />
      </Show>
    </div>
  );
}

function useFigures(report: () => Report): () => readonly Figure[] {
  const t = useStrings(reportStrings);
  const format = useFormat();
  return () => {
    const all = totalOf(report().periods);
    const { figure } = t();
    const arrived = percentOf(all.arrived, all.arriveTimed);
    const lost = all.emptyRuns + all.voided;
    const count = (value: number) => format.count(value);
    return [
      { label: figure.orders, value: count(all.orders), note: t().completed(count(all.completed)) },
      {
        label: figure.revenue,
        value: format.money(all.revenueFen),
        note: all.unpriced > 0 ? t().unpriced(count(all.unpriced)) : undefined,
      },
      {
        label: figure.margin,
        value: format.money(marginOf(all)),
        note: t().outlay(format.money(all.outlayFen)),
      },
      {
        label: figure.outstanding,
        value: format.money(outstandingOf(all)),
        note: t().received(format.money(all.receivedFen)),
      },
      {
        label: figure.arrived,
        value: arrived === undefined ? '—' : `${arrived}%`,
        note: all.arriveTimed > 0 ? t().ofTimed(count(all.arrived), count(all.arriveTimed)) : t().notTimed,
      },
      {
        label: figure.lost,
        value: `${count(all.emptyRuns)} / ${count(all.voided)}`,
        note: t().shareLost(`${percentOf(lost, all.orders) ?? 0}%`),
      },
    ];
  };
}

/** By day or by month, as the server found the better. */
function Course(props: { report: Report }): JSX.Element {
  const t = useStrings(reportStrings);
  const format = useFormat();
  const shown = () => props.report.periods;
  return (
    <BarChart
      label={t().chart}
      names={shown().map(({ period }) => (period.length > 7 ? period.slice(5) : period))}
      bars={{
        label: t().figure.revenue,
        values: shown().map(({ revenueFen }) => revenueFen),
        format: (fen) => format.money(fen),
        // What stands at an axis is round.
        short: (fen) => format.money(fen).replace(/\.00$/, ''),
      }}
      line={{
        label: t().figure.orders,
        values: shown().map(({ orders }) => orders),
        format: (count) => format.count(count),
        short: (count) => format.count(count),
      }}
    />
  );
}
