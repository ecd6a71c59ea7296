/** Pixels of a small area's side from which borders have their full width of one pixel. */
const roomy = 9;
/** A line that is fainter than this only dulls the colours. */
const least = 0.12;

/** Pixels: where areas are only a few pixels wide, full borders would cover them; 0 = none at all. */
export function borderWidth({ fineness }: { fineness: number }, scale: number): number {
	const width = Math.min(1, (fineness * scale) / roomy) ** 2;
	return width < least ? 0 : width;
}
