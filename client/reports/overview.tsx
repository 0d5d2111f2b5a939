// Above a report's table: what it all comes to, and how it went over time. Each figure leads to its orders.
import { useNavigate } from '@solidjs/router';
import { For, Show, type JSX } from 'solid-js';
import type { ReportFigure } from '#schemas/reports/drill.ts';
import { marginOf, outstandingOf, totalOf, type Figures, type Report } from '#schemas/reports/report.ts';
import { useStrings } from '../i18n/strings.ts';
import { BarChart } from '../ui/bar-chart.tsx';
import { useFormat, type Format } from '../ui/formatting.tsx';
import { percentOf } from './columns.tsx';
import { FigureLink } from './figure-link.tsx';
import { figureOf, ordersOfAll, ordersOfPeriod, type ReportValues } from './query.ts';
import css from './reports.module.css';
import { reportStrings, type ReportStrings } from './strings.ts';

/** What is said, and of which orders. */
interface Said {
  readonly text: string;
  /** Undefined: of none. */
  readonly of?: ReportFigure | undefined;
}

interface Figure {
  readonly label: string;
  readonly values: readonly Said[];
  readonly notes: readonly Said[];
}

interface OverviewProps {
  report: Report;
  /** What the report was asked for. */
  asked: ReportValues;
}

/** Of everything in the time that was chosen, also where the table lists a part of it. */
export function Overview(props: OverviewProps): JSX.Element {
  const t = useStrings(reportStrings);
  const format = useFormat();
  const figures = () => figuresOf(totalOf(props.report.periods), t(), format);
  return (
    <div class={css.overview}>
      <dl class={css.figures}>
        <For each={figures()}>
          {({ label, values, notes }) => (
            <div class={css.figure}>
              <dt>{label}</dt>
              <dd class={css.value}>
                <SaidOf said={values} asked={props.asked} between=" / " />
              </dd>
              <Show when={notes.length > 0}>
                <dd class={css.note}>
                  <SaidOf said={notes} asked={props.asked} between=" · " />
                </dd>
              </Show>
            </div>
          )}
        </For>
      </dl>
      <Show when={props.report.periods.length > 1}>
        <Course {...props} />
      </Show>
    </div>
  );
}

function SaidOf(props: { said: readonly Said[]; asked: ReportValues; between: string }): JSX.Element {
  return (
    <For each={props.said}>
      {({ text, of }, index) => (
        <>
          {index() > 0 ? props.between : ''}
          <Show when={of} fallback={text}>
            {(figure) => <FigureLink href={ordersOfAll(props.asked, figure())}>{text}</FigureLink>}
          </Show>
        </>
      )}
    </For>
  );
}

function figuresOf(all: Figures, t: ReportStrings, format: Format): readonly Figure[] {
  const { figure } = t;
  const count = (value: number) => format.count(value);
  const lost = all.emptyRuns + all.voided;
  const arrived = percentOf(all.arrived, all.arriveTimed);
  const late = all.arriveTimed - all.arrived;
  return [
    {
      label: figure.orders,
      values: [{ text: count(all.orders), of: 'orders' }],
      notes: [{ text: t.completed(count(all.completed)), of: 'completed' }],
    },
    {
      label: figure.revenue,
      values: [{ text: format.money(all.revenueFen), of: 'revenue' }],
      notes: all.unpriced > 0 ? [{ text: t.unpriced(count(all.unpriced)), of: 'unpriced' }] : [],
    },
    {
      label: figure.margin,
      values: [{ text: format.money(marginOf(all)), of: 'margin' }],
      notes: [{ text: t.outlay(format.money(all.outlayFen)), of: 'outlay' }],
    },
    {
      label: figure.outstanding,
      values: [{ text: format.money(outstandingOf(all)), of: 'outstanding' }],
      notes: [{ text: t.received(format.money(all.receivedFen)), of: 'received' }],
    },
    {
      label: figure.arrived,
      values: [arrived === undefined ? { text: '—' } : { text: `${arrived}%`, of: figureOf('arrived', all) }],
      notes:
        all.arriveTimed === 0
          ? [{ text: t.notTimed }]
          : [
              { text: t.inTime(count(all.arrived)), of: 'arrived' },
              { text: t.late(count(late)), of: 'arriveMissed' },
            ],
    },
    {
      label: figure.lost,
      values: [
        { text: count(all.emptyRuns), of: 'emptyRuns' },
        { text: count(all.voided), of: 'voided' },
      ],
      notes: [{ text: t.shareLost(`${percentOf(lost, all.orders) ?? 0}%`), of: 'lost' }],
    },
  ];
}

/** By day or by month, as the server found the better. */
function Course(props: OverviewProps): JSX.Element {
  const t = useStrings(reportStrings);
  const format = useFormat();
  const navigate = useNavigate();
  const shown = () => props.report.periods;
  const open = (index: number): void => {
    const period = shown()[index]?.period;
    if (period !== undefined) navigate(ordersOfPeriod(props.asked, period, format.zone()));
  };
  return (
    <BarChart
      label={t().chart}
      onPick={open}
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
