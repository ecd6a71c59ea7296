import {
	BarController,
	BarElement,
	CategoryScale,
	Chart,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	Tooltip,
} from 'chart.js';
import type { ChartLook } from './colours';
import { drawnPoints, type DrawnPoints } from './point-at';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement);
Chart.register(PointElement, Tooltip);

export interface Interval {
	label: string;
	/** What it says in words. */
	text: string;
	low: number;
	at: number;
	high: number;
}

/** Places from left, the first, to right: a bar for the range of each unit, a point for its own place. */
export function drawIntervals(
	canvas: HTMLCanvasElement,
	intervals: readonly Interval[],
	{ colours, font, fontSize, format }: ChartLook,
): DrawnPoints {
	const family = { family: font, size: fontSize };
	const ticks = { color: colours.quiet, font: family };
	const chart = new Chart(canvas, {
		type: 'bar',
		data: {
			labels: intervals.map(({ label }) => label),
			datasets: [
				{
					type: 'bar',
					data: intervals.map(({ low, high }): [number, number] => [low - 0.35, high + 0.35]),
					backgroundColor: `color-mix(in srgb, ${colours.line} 30%, transparent)`,
					borderColor: colours.line,
					borderWidth: 1,
					borderSkipped: false,
					barPercentage: 0.6,
					categoryPercentage: 1,
				},
				{
					type: 'bar',
					data: intervals.map(({ at }): [number, number] => [at - 0.35, at + 0.35]),
					backgroundColor: colours.ink,
					barPercentage: 0.9,
					categoryPercentage: 1,
				},
			],
		},
		options: {
			indexAxis: 'y',
			animation: false,
			maintainAspectRatio: false,
			events: ['mousemove', 'mouseout', 'touchstart'],
			scales: {
				x: {
					min: 0.5,
					grid: { color: colours.rule },
					ticks: { ...ticks, precision: 0, callback: (place) => format.number(Number(place)) },
				},
				y: { stacked: true, grid: { display: false }, ticks: { ...ticks, autoSkip: true } },
			},
			plugins: {
				tooltip: {
					displayColors: false,
					backgroundColor: colours.ink,
					titleColor: colours.ground,
					bodyColor: colours.ground,
					callbacks: { label: ({ dataIndex }) => intervals[dataIndex]?.text ?? '' },
				},
			},
		},
	});
	return drawnPoints(chart, 1);
}
