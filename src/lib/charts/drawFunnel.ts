import {
	Chart,
	LinearScale,
	LineElement,
	PointElement,
	ScatterController,
	Tooltip,
} from 'chart.js';
import type { ChartLook } from './colours';
import { drawnPoints, type DrawnPoints } from './point-at';

Chart.register(LinearScale, LineElement, PointElement, ScatterController, Tooltip);

export interface Funnel {
	/** Shares 0–1. */
	all: number;
	points: readonly { size: number; share: number; isOutside: boolean; text: string }[];
	limits: readonly { size: number; low: number; high: number; lowest: number; highest: number }[];
	axes: { size: string; share: string };
}

/** Shares against sizes, with the bounds that chance draws around the share of all. */
export function drawFunnel(
	canvas: HTMLCanvasElement,
	{ all, points, limits, axes }: Funnel,
	{ colours, font, fontSize, format }: ChartLook,
): DrawnPoints {
	const family = { family: font, size: fontSize };
	const ticks = {
		color: colours.quiet,
		font: family,
		precision: 0,
		callback: (value: number | string) => format.number(Number(value)),
	};
	const line = (valueOf: (limit: (typeof limits)[number]) => number, dash: number[]) => ({
		data: limits.map((limit) => ({ x: limit.size, y: valueOf(limit) * 100 })),
		showLine: true,
		pointRadius: 0,
		pointHitRadius: 0,
		borderColor: colours.quiet,
		borderWidth: 1,
		borderDash: dash,
	});
	const chart = new Chart(canvas, {
		type: 'scatter',
		data: {
			datasets: [
				{
					data: points.map(({ size, share }) => ({ x: size, y: share * 100 })),
					pointRadius: 4,
					pointStyle: points.map(({ isOutside }) => (isOutside ? 'rectRot' : 'circle')),
					pointBackgroundColor: points.map(({ isOutside }) =>
						isOutside ? colours.warn : colours.line,
					),
				},
				line(() => all, []),
				line(({ low }) => low, [2, 3]),
				line(({ high }) => high, [2, 3]),
				line(({ lowest }) => lowest, [6, 4]),
				line(({ highest }) => highest, [6, 4]),
			],
		},
		options: {
			animation: false,
			maintainAspectRatio: false,
			events: ['mousemove', 'mouseout', 'touchstart'],
			scales: {
				x: {
					min: 0,
					grid: { display: false },
					ticks,
					title: { display: true, text: axes.size, color: colours.quiet, font: family },
				},
				y: {
					min: 0,
					max: 100,
					grid: { color: colours.rule },
					ticks,
					title: { display: true, text: axes.share, color: colours.quiet, font: family },
				},
			},
			plugins: {
				tooltip: {
					displayColors: false,
					backgroundColor: colours.ink,
					bodyColor: colours.ground,
					filter: ({ datasetIndex }) => datasetIndex === 0,
					callbacks: { label: ({ dataIndex }) => points[dataIndex]?.text ?? '' },
				},
			},
		},
	});
	return drawnPoints(chart, 0);
}
