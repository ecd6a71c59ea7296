/** Points of one line of a sheet's text. */
const lineHeight = 17;

/**
 * How high a row has to be, in points, for the longest of its texts, which wrap: spreadsheets don't make rows
 * that a program wrote as high as their text, and print one line over another.
 */
export function rowHeight(
	cells: readonly (string | number | null)[],
	widths: readonly number[],
): number {
	const lines = cells.map((value, column) => linesIn(String(value ?? ''), widths[column] ?? 1));
	return lineHeight * Math.max(1, ...lines);
}

/** Lines that a text takes in so many characters across, broken between words. */
function linesIn(text: string, width: number): number {
	return text.split('\n').reduce((sum, line) => {
		let [lines, used] = [1, 0];
		for (const word of line.split(' ')) {
			const needed = used === 0 ? word.length : used + 1 + word.length;
			if (needed <= width || used === 0) used = needed;
			else [lines, used] = [lines + 1, word.length];
		}
		return sum + lines;
	}, 0);
}
