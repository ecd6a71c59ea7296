// @ts-check

/** @param {number} first @param {number} last */
const range = (first, last) =>
	Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join(
		'',
	);

/** The characters of each face that pages load, divided as the font's package divides them. */
export const fontCharacters = {
	latin: `${range(0x20, 0x7e)}\u00a0ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý§«»©°±·×÷²³½–—‘’“”„‹›…•′″€↑↓−`,
	vietnamese: `ĂăĐđĨĩŨũƠơƯư${range(0x300, 0x309)}\u0323${range(0x1ea0, 0x1ef9)}₫`,
};
