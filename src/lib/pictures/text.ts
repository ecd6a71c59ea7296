import { escapeXml } from '../contracts/text/sound-text';

/** Of the letters of Be Vietnam Pro, in parts of the size; accents take no room of their own. */
const widths: readonly [characters: RegExp, width: number][] = [
	[/[ .,:;'’|!iljI·]/, 0.28],
	[/[frt()[\]\-–“”"/]/, 0.4],
	[/[mwMW%—]/, 0.92],
	[/[A-Z0-9Đ]/, 0.68],
];
const otherWidth = 0.58;

/** A little more than the width of a text, in parts of its size. */
export const widthOf = (text: string): number =>
	Array.from(text.normalize('NFD').replace(/\p{M}/gu, '')).reduce(
		(sum, letter) => sum + (widths.find(([those]) => those.test(letter))?.[1] ?? otherWidth),
		0,
	);

/** Cuts a text at its spaces into lines of so many parts of its size; what is left over ends in "…". */
export function linesOf(text: string, width: number, most: number): string[] {
	const lines: string[] = [];
	for (const word of text.split(' ')) {
		const last = lines.at(-1);
		const longer = last === undefined ? word : `${last} ${word}`;
		if (last !== undefined && widthOf(longer) <= width) lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	if (lines.length <= most) return lines;
	return [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''}…`];
}

interface Fitting {
	width: number;
	lines: number;
	sizes: readonly [number, ...number[]];
	weight: 400 | 600;
}

/** How much wider the same letters are in semi-bold. */
const boldness = 1.05;

/** The greatest of some sizes in which a text fits into so many lines, and those lines. */
export function fitted(
	text: string,
	{ width, lines, sizes, weight }: Fitting,
): { size: number; lines: string[] } {
	const roomAt = (size: number) => width / (size * (weight === 600 ? boldness : 1));
	const fits = (size: number) => {
		const cut = linesOf(text, roomAt(size), Number.MAX_SAFE_INTEGER);
		return cut.length <= lines && cut.every((line) => widthOf(line) <= roomAt(size));
	};
	const size = sizes.find(fits) ?? sizes.at(-1) ?? sizes[0];
	return { size, lines: linesOf(text, roomAt(size), lines) };
}

export interface Style {
	size: number;
	colour: string;
	weight?: 400 | 600;
	anchor?: 'start' | 'middle' | 'end';
}

/** Lines of text; `y` is the line on which the first one stands. */
export function textLines(
	lines: readonly string[],
	[x, y]: readonly [number, number],
	{ size, colour, weight = 400, anchor = 'start' }: Style,
): string {
	const leading = Math.round(size * 1.32);
	const family = weight === 600 ? 'Be Vietnam Pro SemiBold, Be Vietnam Pro' : 'Be Vietnam Pro';
	return lines
		.map(
			(line, index) =>
				`<text x="${x}" y="${y + index * leading}" font-family="${family}, sans-serif" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" fill="${colour}">${escapeXml(line)}</text>`,
		)
		.join('');
}
export const leadingOf = (size: number): number => Math.round(size * 1.32);

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
