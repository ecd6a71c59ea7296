/** `_x000D_` is how workbooks write what XML can't hold. */
export const unescapeText = (text: string): string =>
	text.includes('_x')
		? text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) =>
				String.fromCharCode(Number.parseInt(code, 16)),
			)
		: text;
