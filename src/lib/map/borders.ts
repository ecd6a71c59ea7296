/** Mean part of a drawing's box that its areas fill. */
const filled = 0.35;
/** Pixels of a mean area's side from which borders have their full width of one pixel. */
const roomy = 14;

/** Pixels: where areas are only a few pixels wide, full borders would cover them. */
export function borderWidth(
	drawing: { width: number; height: number; shapes: readonly unknown[] },
	scale: number,
): number {
	const area = (drawing.width * drawing.height * filled) / Math.max(1, drawing.shapes.length);
	return Math.min(1, (Math.sqrt(area) * scale) / roomy) ** 2;
}
