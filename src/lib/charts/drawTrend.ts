import {
	CategoryScale,
	Chart,
	Filler,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	Tooltip,
	type Plugin,
} from 'chart.js';
import type { TrendMark, TrendMonth, TrendTarget } from './trend';

Chart.register(
	CategoryScale,
	Filler,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	Tooltip,
);

export interface TrendColours {
	line: string;
	ink: string;
	quiet: string;
	rule: string;
	ground: string;
}

export interface TrendDrawing {
	months: TrendMonth[];
	target: TrendTarget | null;
	marks: TrendMark[];
	colours: TrendColours;
	font: string;
	/** Pixels. */
	fontSize: number;
}

export interface DrawnTrend {
	/** Shows what a pointer on a month would; null: nothing. */
	point: (month: number | null) => void;
	destroy: () => void;
}

/** A line of months on a canvas; the chart's own data stay plain numbers in percent. */
export function drawTrend(canvas: HTMLCanvasElement, drawing: TrendDrawing): DrawnTrend {
	const { months, colours, fontSize } = drawing;
	const family = { family: drawing.font, size: fontSize };
	/** Lines grow with the letters: a wall is seen from afar. */
	const scale = fontSize / 13;
	const chart = new Chart(canvas, {
		type: 'line',
		data: {
			labels: months.map(({ label }) => label),
			datasets: [
				{
					data: months.map(({ value }) => (value === null ? null : value * 100)),
					borderColor: colours.line,
					borderWidth: 2.5 * scale,
					pointRadius: months.map((_, index) => (isPoint(months, index) ? 4 * scale : 0)),
					pointBackgroundColor: colours.line,
					pointHoverRadius: 5,
					pointHitRadius: 12,
					fill: 'origin',
					backgroundColor: `color-mix(in srgb, ${colours.line} 10%, transparent)`,
					spanGaps: false,
				},
			],
		},
		options: {
			animation: false,
			maintainAspectRatio: false,
			events: ['mousemove', 'mouseout', 'touchstart'],
			interaction: { mode: 'index', intersect: false },
			layout: { padding: { top: fontSize, right: 8 } },
			scales: {
				y: {
					min: 0,
					max: 100,
					border: { display: false },
					grid: { color: colours.rule, drawTicks: false },
					ticks: {
						stepSize: 50,
						color: colours.quiet,
						font: family,
						padding: 6,
						callback: (percent) => `${percent}%`,
					},
				},
				x: {
					border: { color: colours.rule },
					grid: { display: false },
					ticks: {
						color: colours.quiet,
						font: family,
						maxRotation: 0,
						callback: (_, index) => axisLabel(months, index),
						autoSkip: false,
					},
				},
			},
			plugins: {
				tooltip: {
					displayColors: false,
					backgroundColor: colours.ink,
					titleColor: colours.ground,
					bodyColor: colours.ground,
					titleFont: family,
					bodyFont: family,
					callbacks: { label: ({ dataIndex }) => months[dataIndex]?.text ?? '' },
				},
			},
		},
		plugins: [marksPlugin(drawing), newestPlugin(drawing)],
	});
	return {
		point(month) {
			if (month === null && chart.getActiveElements().length === 0) return;
			const active = month === null ? [] : [{ datasetIndex: 0, index: month }];
			const [shown] = active.map(({ index }) => chart.getDatasetMeta(0).data[index]);
			chart.setActiveElements(active);
			chart.tooltip?.setActiveElements(active, { x: shown?.x ?? 0, y: shown?.y ?? 0 });
			chart.update();
		},
		destroy: () => chart.destroy(),
	};
}

/** The newest value stands at its point: nobody has to find it on the axis. */
function newestPlugin({ months, colours, font, fontSize }: TrendDrawing): Plugin<'line'> {
	return {
		id: 'newest',
		afterDatasetsDraw(chart) {
			const { ctx, chartArea } = chart;
			const { left, right, top } = chartArea;
			const index = months.findLastIndex(({ value }) => value !== null);
			const point = chart.getDatasetMeta(0).data[index];
			const text = months[index]?.figure ?? '';
			if (!point) return;
			ctx.save();
			ctx.font = `600 ${fontSize}px ${font}`;
			ctx.fillStyle = colours.ink;
			ctx.textAlign = point.x > (left + right) / 2 ? 'right' : 'left';
			const hasRoomAbove = point.y - 1.5 * fontSize > top;
			ctx.fillText(text, point.x, point.y + (hasRoomAbove ? -0.7 : 1.5) * fontSize);
			ctx.restore();
		},
	};
}

/** The newest month, and months without neighbours, which no line would show. */
function isPoint(months: readonly TrendMonth[], index: number): boolean {
	const hasValue = (at: number) => (months[at]?.value ?? null) !== null;
	if (!hasValue(index)) return false;
	return (
		!months.some((_, at) => at > index && hasValue(at)) ||
		(!hasValue(index - 1) && !hasValue(index + 1))
	);
}

/** First, middle and last month: more would have to be turned on their side. */
export function axisLabel(months: readonly TrendMonth[], index: number): string {
	const last = months.length - 1;
	const shown = index === 0 || index === last || (last > 4 && index === Math.round(last / 2));
	return shown ? (months[index]?.label ?? '') : '';
}

function marksPlugin({ marks, target, colours, font, fontSize }: TrendDrawing): Plugin<'line'> {
	return {
		id: 'marks',
		beforeDatasetsDraw({ ctx, chartArea, scales }) {
			const { left, right, top, bottom } = chartArea;
			ctx.save();
			ctx.font = `${fontSize}px ${font}`;
			ctx.fillStyle = colours.quiet;
			ctx.strokeStyle = colours.quiet;
			ctx.lineWidth = 1;
			const line = (x1: number, y1: number, x2: number, y2: number) => {
				ctx.beginPath();
				ctx.moveTo(x1, y1);
				ctx.lineTo(x2, y2);
				ctx.stroke();
			};
			for (const { at, label } of marks) {
				const x = scales.x?.getPixelForValue(at) ?? left;
				line(x, top, x, bottom);
				ctx.textAlign = x > (left + right) / 2 ? 'right' : 'left';
				ctx.fillText(label, x + (x > (left + right) / 2 ? -4 : 4), top - 4);
			}
			if (target) {
				const y = scales.y?.getPixelForValue(target.value * 100) ?? top;
				ctx.setLineDash([3, 3]);
				line(left, y, right, y);
				ctx.textAlign = 'right';
				ctx.fillText(target.label, right, y - 4);
			}
			ctx.restore();
		},
	};
}
