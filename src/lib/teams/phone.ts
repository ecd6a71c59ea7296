/**
 * A Vietnamese number as digits with its leading 0: `+84 912.345.678` and the `912345678` that a
 * spreadsheet leaves become `0912345678`. Null for nothing; undefined for what is no number.
 */
export function parsePhone(text: string): string | null | undefined {
	const compact = text.replace(/[\s.\-()\u00a0]/g, '');
	if (compact === '') return null;
	const national = compact.replace(/^(\+|00)84/, '0').replace(/^84(?=\d{9}$)/, '0');
	const digits = /^[1-9]\d{8,9}$/.test(national) ? `0${national}` : national;
	return /^0[1-9]\d{8,9}$/.test(digits) ? digits : undefined;
}
