/** The form's fields as `addPaper` parses them. */
export function paperFromForm(entered: Record<string, string>) {
	const year = entered['year']?.trim() ?? '';
	return {
		kind: entered['kind'],
		number: entered['number'] ?? '',
		issuedOn: entered['issuedOn'] || null,
		year: year === '' ? null : Number(year),
	};
}
