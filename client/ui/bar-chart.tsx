// Bars over time, and a line of another measure above them. What it shows stands in a table beside it: for those who
// do not see it, it is one picture with a name.
import { createEffect, onCleanup, onMount, type JSX } from 'solid-js';
import type { Chart } from 'chart.js';
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
  onCleanup(() => {
    isGone = true;
    chart?.destroy();
  });
  return (
    <div class={css.chart} ref={host}>
      <canvas ref={canvas} role="img" aria-label={props.label} />
    </div>
  );
}

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

function optionsOf({ bars, line }: BarChartProps, palette: Palette) {
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
