// The parts of Chart.js that a bar chart needs, loaded when one is drawn.
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type ChartConfiguration,
} from 'chart.js';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

export const drawChart = (
  canvas: HTMLCanvasElement,
  { data, options }: Pick<ChartConfiguration<'bar' | 'line', number[], string>, 'data' | 'options'>,
): Chart => new Chart(canvas, { type: 'bar', data, ...(options && { options }) }) as unknown as Chart;
