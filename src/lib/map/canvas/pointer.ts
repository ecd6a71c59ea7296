import type * as Canvas from './canvas';
import { insetAt } from '../geometry/inset';
import type { Drawing } from '../geometry/projection';

interface Listener {
	drawing: () => Drawing;
	/** Nothing can be asked of a map without its picture. */
	isLost: () => boolean;
	onhover: (id: number | null) => void;
	onpick: (id: number, touch: boolean) => void;
}

/** Says which area is under the pointer, and which one was pressed. */
export function listenToPointer(
	map: Canvas.MapLibreMap,
	canvas: Pick<typeof Canvas, 'FILL' | 'viewOf'>,
	{ drawing, isLost, onhover, onpick }: Listener,
): void {
	let touch = false;
	const at = (event: { point: { x: number; y: number } }) => {
		if (isLost()) return null;
		const id = map.queryRenderedFeatures([event.point.x, event.point.y], {
			layers: [canvas.FILL],
		})[0]?.id;
		if (typeof id === 'number') return id;
		// Islands of a few pixels: their frame stands for them.
		const { scale, left, top } = canvas.viewOf(map, drawing());
		const place = [(event.point.x - left) / scale, (event.point.y - top) / scale] as const;
		return insetAt(drawing().insets, place)?.ids[0] ?? null;
	};
	map.on('touchstart', () => (touch = true));
	map.on('mousemove', (event) => {
		const id = at(event);
		map.getCanvas().style.cursor = id === null ? '' : 'pointer';
		if (!touch) onhover(id);
	});
	map.on('mouseout', () => onhover(null));
	map.on('click', (event) => {
		const id = at(event);
		if (id === null) onhover(null);
		else onpick(id, touch);
		touch = false;
	});
}
