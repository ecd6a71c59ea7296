/**
 * Path of a line of shares (0–1) over months of equal width, in a box where 0 is at the bottom.
 * Gaps stay gaps: a missing month is never drawn as if it were known.
 */
export function linePath(
	values: readonly (number | null)[],
	width: number,
	height: number,
): string {
	const step = values.length > 1 ? width / (values.length - 1) : 0;
	let path = '';
	let open = false;
	for (const [index, value] of values.entries()) {
		if (value === null) {
			open = false;
			continue;
		}
		const [x, y] = [round(index * step), round(height * (1 - value))];
		const alone = !open && (values[index + 1] ?? null) === null;
		path += alone ? `M${x} ${y}h0` : `${open ? 'L' : 'M'}${x} ${y}`;
		open = true;
	}
	return path;
}

const round = (value: number) => Math.round(value * 10) / 10;
