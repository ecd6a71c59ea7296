/** `12,5` is twelve and a half, `1.234` and `1 234` are how people write thousands here. */
export function numberFromText(text: string): number | string | null {
	const compact = text
		.trim()
		.replace(/(?<=\d)[.\s\u00a0](?=\d{3}(\D|$))/g, '')
		.replace(',', '.');
	if (compact === '') return null;
	return /^\d+(\.\d+)?$/.test(compact) ? Number(compact) : text;
}

const field = /^unit-(\d+)$/;

/** The fields of a form, `unit-12` for each unit, as `setTargets` parses them. */
export function targetsFromForm(
	entered: Record<string, string>,
	subject: { indicatorCode: string; year: number },
): unknown {
	return {
		...subject,
		values: Object.entries(entered).flatMap(([name, text]) => {
			const unitId = field.exec(name)?.[1];
			return unitId === undefined ? [] : [{ unitId: Number(unitId), value: numberFromText(text) }];
		}),
		reason: entered['reason'] ?? '',
	};
}

/** A stored target as the field shows it: a share in percent, with a comma. */
export function textOfTarget(value: number | null, share: boolean): string {
	if (value === null) return '';
	return share ? String(Math.round(value * 1000) / 10).replace('.', ',') : String(value);
}
