// Bars over time, and a line of another measure above them. For those who do not see it, it is one picture with a name;
// where a bar can be picked, the arrow keys go from one to the next, which is read out, and Enter picks it.
import { createEffect, createSignal, onCleanup, onMount, type JSX } from 'solid-js';
import type { ActiveElement, Chart, ChartEvent } from 'chart.js';
import { createPalette, type Palette } from './map/palette.ts';
import css from './bar-chart.module.css';

export interface Series {
  readonly label: string;
  readonly values: readonly number[];
  /** As it is read in the tip. */
  readonly format: (value: number) => string;
  /** As it stands at the axis. */
  readonly short: (value: number) => string;
}

export interface BarChartProps {
  /** Its accessible name. */
  label: string;
  /** One for each bar. */
  names: readonly string[];
  bars: Series;
  line: Series;
  /** A click, or Enter, on one of the bars. */
  onPick?: ((index: number) => void) | undefined;
}

export function BarChart(props: BarChartProps): JSX.Element {
  let host!: HTMLDivElement;
  let canvas!: HTMLCanvasElement;
  let chart: Chart | undefined;
  let isGone = false;
  onMount(() => {
    const palette = createPalette(host);
    const shown = () => ({ data: dataOf(props, palette()), options: optionsOf(props, palette()) });
    createEffect(() => {
      const { data, options } = shown();
      if (!chart) return;
      Object.assign(chart, { data, options });
      chart.update();
    });
    void import('./chart-parts.ts').then(({ drawChart }) => {
      if (!isGone) chart = drawChart(canvas, shown());
    });
  });
  const [at, setAt] = createSignal(0);
  const last = () => props.names.length - 1;
  const index = () => Math.min(at(), last());
  const go = (to: number): void => {
    setAt(Math.max(0, Math.min(to, last())));
    chart?.tooltip?.setActiveElements(pointsAt(index()), { x: 0, y: 0 });
    chart?.update();
  };
  const steps: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => go(index() - 1),
    ArrowRight: () => go(index() + 1),
    Home: () => go(0),
    End: () => go(last()),
    Enter: () => props.onPick?.(index()),
  };
  const picking = () => ({
    ...{ role: 'slider' as const, tabindex: 0, 'aria-orientation': 'horizontal' as const },
    ...{ 'aria-valuemin': 0, 'aria-valuemax': last(), 'aria-valuenow': index() },
    'aria-valuetext': textAt(props, index()),
    onFocus: () => go(index()),
    onKeyDown: (event: KeyboardEvent) => {
      const step = steps[event.key];
      if (!step) return;
      event.preventDefault();
      step();
    },
  });
  onCleanup(() => {
    isGone = true;
    chart?.destroy();
  });
  return (
    <div class={css.chart} ref={host}>
      <canvas
        ref={canvas}
        aria-label={props.label}
        {...(props.onPick ? picking() : { role: 'img' as const })}
      />
    </div>
  );
}

/** Of the line and the bar. */
const pointsAt = (index: number) => [0, 1].map((datasetIndex) => ({ datasetIndex, index }));

const textAt = ({ names, bars, line }: BarChartProps, index: number): string =>
  [
    names[index],
    ...[bars, line].map(({ label, values, format }) => `${label} ${format(values[index] ?? 0)}`),
  ].join(', ');

const dataOf = (props: BarChartProps, palette: Palette) => ({
  labels: [...props.names],
  datasets: [
    {
      ...{ type: 'line' as const, label: props.line.label, data: [...props.line.values], yAxisID: 'line' },
      ...{
        borderColor: palette.info,
        backgroundColor: palette.info,
        borderWidth: 2,
        pointRadius: 2,
        tension: 0.3,
      },
    },
    {
      ...{ type: 'bar' as const, label: props.bars.label, data: [...props.bars.values], yAxisID: 'bars' },
      ...{ backgroundColor: palette.brand, maxBarThickness: 36, borderRadius: 3 },
    },
  ],
});

function optionsOf({ bars, line, onPick }: BarChartProps, palette: Palette) {
  const font = { family: palette.font, size: 11 };
  const axis = (series: Series) => ({
    beginAtZero: true,
    border: { display: false },
    ticks: {
      ...{ color: palette.label, font, maxTicksLimit: 5, precision: 0 },
      callback: (value: string | number) => series.short(Number(value)),
    },
  });
  return {
    ...{ responsive: true, maintainAspectRatio: false, animation: false as const },
    ...(onPick && pickedBy(onPick)),
    interaction: { mode: 'index' as const, intersect: false },
    plugins: {
      legend: {
        align: 'end' as const,
        labels: { color: palette.text, font, boxWidth: 10, boxHeight: 10 },
      },
      tooltip: {
        callbacks: {
          label: ({ datasetIndex, raw }: { datasetIndex: number; raw: unknown }) => {
            const series = datasetIndex === 0 ? line : bars;
            return ` ${series.label} ${series.format(Number(raw))}`;
          },
        },
      },
    },
    scales: {
      x: {
        border: { display: false },
        grid: { display: false },
        ticks: { color: palette.label, font, maxRotation: 0, autoSkipPadding: 12 },
      },
      bars: { ...axis(bars), position: 'left' as const, grid: { color: palette.grid } },
      line: { ...axis(line), position: 'right' as const, grid: { display: false } },
    },
  };
}

/** Anywhere above or under a bar. */
const pickedBy = (pick: (index: number) => void) => ({
  onClick: (_event: ChartEvent, [point]: ActiveElement[]) => point && pick(point.index),
  onHover: ({ native }: ChartEvent, points: ActiveElement[]) => {
    if (native?.target instanceof HTMLElement)
      native.target.style.cursor = points.length > 0 ? 'pointer' : '';
  },
});
