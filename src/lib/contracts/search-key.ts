/**
 * A name for comparing and searching: lower case, no accents, `đ` as `d`, one space between words.
 * Both placements of the tone (`Hoà` = `Hòa`) and missing accents become equal.
 */
export function searchKey(name: string): string {
	return name
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.replace(/đ/g, 'd')
		.replace(/Đ/g, 'D')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
