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
import type { ChartColours, ChartLook } from './colours';
import { drawnPoints, type DrawnPoints } from './point-at';
import type { TrendBeside, TrendMark, TrendMonth, TrendTarget } from './trend';

Chart.register(
	CategoryScale,
	Filler,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	Tooltip,
);

export interface TrendDrawing extends ChartLook {
	months: TrendMonth[];
	target: TrendTarget | null;
	marks: TrendMark[];
}

export interface DrawnTrend extends DrawnPoints {
	/** The month that a pointer is over. */
	monthAt: (event: MouseEvent) => number | undefined;
	/** Draws a second line, or takes it away. */
	compare: (beside: TrendBeside | null) => void;
}

/** A line of months on a canvas; the chart's own data stay plain numbers in percent. */
export function drawTrend(canvas: HTMLCanvasElement, drawing: TrendDrawing): DrawnTrend {
	const { months, colours, fontSize } = drawing;
	const family = { family: drawing.font, size: fontSize };
	/** Lines grow with the letters: a wall is seen from afar. */
	const scale = fontSize / 13;
	let beside: TrendBeside | null = null;
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
						callback: (percent) => drawing.format.wholeShare(Number(percent) / 100),
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
					callbacks: {
						label: ({ datasetIndex, dataIndex }) =>
							(datasetIndex === 0
								? months[dataIndex]?.text
								: beside && `${beside.name}: ${beside.figures[dataIndex]}`) ?? '',
						afterBody: (items) =>
							drawing.marks.flatMap(({ at, text }) => (items[0]?.dataIndex === at ? text : [])),
					},
				},
			},
		},
		plugins: [marksPlugin(drawing), newestPlugin(drawing, () => beside)],
	});
	return {
		...drawnPoints(chart, 0),
		monthAt: (event) =>
			chart.getElementsAtEventForMode(event, 'index', { intersect: false }, true)[0]?.index,
		compare(line) {
			if (line === beside) return;
			beside = line;
			chart.data.datasets.splice(1, 1, ...(line ? [besideSet(line, colours, scale)] : []));
			chart.update();
		},
	};
}

const besideSet = ({ values }: TrendBeside, { ink }: ChartColours, scale: number) => ({
	data: values.map((value) => (value === null ? null : value * 100)),
	borderColor: ink,
	borderWidth: 1.5 * scale,
	pointRadius: 0,
	pointHoverRadius: 0,
	spanGaps: false,
});

/** The newest value stands at its point: nobody has to find it on the axis. Whose the second line is stands above. */
function newestPlugin(
	{ months, target, colours, font, fontSize }: TrendDrawing,
	besideNow: () => TrendBeside | null,
): Plugin<'line'> {
	return {
		id: 'newest',
		afterDatasetsDraw(chart) {
			const { ctx, chartArea, scales } = chart;
			const { left, right } = chartArea;
			const aim = target ? (scales.y?.getPixelForValue(target.value * 100) ?? 0) : 0;
			/** The target's line, if it is above, else the edge. */
			const topAbove = (y: number) => (aim < y ? Math.max(aim, chartArea.top) : chartArea.top);
			const write = (text: string, x: number, y: number) => {
				// Lines pass behind a word, not through it.
				ctx.strokeText(text, x, y);
				ctx.fillText(text, x, y);
			};
			const newestOf = (set: number, figures: readonly string[]) => {
				const at = figures.findLastIndex((figure) => figure !== '');
				const point = chart.getDatasetMeta(set).data[at];
				return point && { x: point.x, y: point.y, figure: figures[at] ?? '' };
			};
			/** @param above how far up there is room, in pixels. */
			const writeAt = (newest: { x: number; y: number; figure: string }, above: number) => {
				ctx.textAlign = newest.x > (left + right) / 2 ? 'right' : 'left';
				const offset = (above > 1.5 * fontSize ? -0.7 : 1.5) * fontSize;
				write(newest.figure, newest.x, newest.y + offset);
			};
			ctx.save();
			ctx.font = `600 ${fontSize}px ${font}`;
			ctx.fillStyle = colours.ink;
			ctx.strokeStyle = colours.ground;
			ctx.lineWidth = fontSize / 4;
			ctx.lineJoin = 'round';
			const beside = besideNow();
			const own = newestOf(
				0,
				months.map(({ figure }) => figure),
			);
			const other = beside && newestOf(1, beside.figures);
			// Of two lines, the lower one's value keeps off the upper line.
			const gap = own && other ? own.y - other.y : 0;
			if (own) writeAt(own, gap > 0 ? gap - fontSize : own.y - topAbove(own.y));
			if (other) writeAt(other, gap < 0 ? -gap - fontSize : other.y - topAbove(other.y));
			if (other) {
				const [x, y] = [left + 0.5 * fontSize, chartArea.top + 1.25 * fontSize];
				ctx.textAlign = 'left';
				write(beside.name, x + 1.75 * fontSize, y);
				ctx.fillRect(x, y - 0.4 * fontSize, 1.25 * fontSize, fontSize / 8);
			}
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
			const taken: { from: number; to: number }[] = [];
			for (const { at, label, small } of marks) {
				const x = scales.x?.getPixelForValue(at) ?? left;
				line(x, small ? bottom - fontSize / 2 : top, x, bottom);
				if (small) continue;
				const { width } = ctx.measureText(label);
				const beside = x > (left + right) / 2 ? x - 4 - width : x + 4;
				const from = Math.max(left, beside);
				const room = { from: from - fontSize, to: from + width + fontSize };
				// The pointer and the table tell what there is no room for.
				if (taken.some((other) => other.from < room.to && room.from < other.to)) continue;
				taken.push({ from, to: from + width });
				ctx.textAlign = 'left';
				ctx.fillText(label, from, top - 4);
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
