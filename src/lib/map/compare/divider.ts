/** Where the divider between two maps stands, in an address; in the middle unless that says so. */
export const dividerParameter = 'vach';
export const middle = 50;

/** Per cent of the width to the left of it. */
export function readDivider(query: URLSearchParams): number {
	const written = query.get(dividerParameter) ?? '';
	return /^\d{1,2}$|^100$/.test(written) ? Number(written) : middle;
}
