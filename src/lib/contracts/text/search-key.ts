/**
 * A name for comparing and searching: lower case, no accents, `đ` and what looks like it as `d`, one
 * space between words. Both placements of the tone (`Hoà` = `Hòa`) and missing accents become equal.
 */
export function searchKey(name: string): string {
	return name
		.normalize('NFD')
		.replace(/[\p{Mn}\p{Cf}]/gu, '')
		.toLowerCase()
		.replace(/[đðɖ]/g, 'd')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
