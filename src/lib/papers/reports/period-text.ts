const quarters = ['I', 'II', 'III', 'IV'];

/**
 * `2026-10` → `Tháng 10/2026`, `2026-Q4` → `Quý IV/2026`, `2026` → `Năm 2026`, `BAO-LU` → `Đột xuất
 * BAO-LU`: a spreadsheet takes the bare code for a number or a date and changes it.
 */
export function periodToText(code: string): string {
	const [, year, month, quarter] = /^(\d{4})(?:-(?:(\d{2})|Q([1-4])))?$/.exec(code) ?? [];
	if (month !== undefined) return `Tháng ${Number(month)}/${year}`;
	if (quarter !== undefined) return `Quý ${quarters[Number(quarter) - 1]}/${year}`;
	return year === undefined ? `Đột xuất ${code}` : `Năm ${year}`;
}

/** The reverse; anything else is handed on as it is, for the checks to refuse. */
export function textToPeriod(text: string): string {
	const given = text.normalize('NFC').trim();
	const [, month, monthYear] = /^th[áa]ng\s*(\d{1,2})\s*\/\s*(\d{4})$/i.exec(given) ?? [];
	if (month !== undefined) return `${monthYear}-${month.padStart(2, '0')}`;
	const [, quarter, quarterYear] = /^qu[ýy]\s*([iv]{1,3}|[1-4])\s*\/\s*(\d{4})$/i.exec(given) ?? [];
	if (quarter !== undefined) {
		const index = quarters.indexOf(quarter.toUpperCase()) + 1;
		return `${quarterYear}-Q${index || quarter}`;
	}
	const [, year] = /^n[ăa]m\s*(\d{4})$/i.exec(given) ?? [];
	const [, adHoc] = /^(?:đột xuất|dot xuat)\s*:?\s*(\S+)$/iu.exec(given) ?? [];
	return year ?? adHoc?.toUpperCase() ?? text.trim();
}
