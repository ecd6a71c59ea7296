import type { Format } from '../../messages/format';

/** A target or figure in the reader's words: `78,4%` or `1.234`. */
export const valueText = (value: number, share: boolean, format: Format): string =>
	share ? format.share(value) : format.number(value);
