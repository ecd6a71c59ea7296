import type { Chart, ChartType } from 'chart.js';

/** A point of a chart: which of its sets, and where in that. */
interface ChartPoint {
	datasetIndex: number;
	index: number;
}

/** Shows what a pointer on a point would; null: nothing. */
function pointAt<Type extends ChartType, Data, Label>(
	chart: Chart<Type, Data, Label>,
	point: ChartPoint | null,
): void {
	if (point === null && chart.getActiveElements().length === 0) return;
	const active = point === null ? [] : [point];
	const [shown] = active.map(
		({ datasetIndex, index }) => chart.getDatasetMeta(datasetIndex).data[index],
	);
	chart.setActiveElements(active);
	chart.tooltip?.setActiveElements(active, { x: shown?.x ?? 0, y: shown?.y ?? 0 });
	chart.update();
}

/** What is drawn of points that can be gone through. */
export interface DrawnPoints {
	/** Shows what a pointer on the point of this number would; null: nothing. */
	point: (at: number | null) => void;
	destroy: () => void;
}

/** Those of one set of a chart. */
export const drawnPoints = <Type extends ChartType, Data, Label>(
	chart: Chart<Type, Data, Label>,
	datasetIndex: number,
): DrawnPoints => ({
	point: (at) => pointAt(chart, at === null ? null : { datasetIndex, index: at }),
	destroy: () => chart.destroy(),
});
