/** The text fields of a form by name; an uploaded file where text is asked for counts as nothing. */
export function textFields(data: FormData): Record<string, string> {
	return Object.fromEntries(
		[...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
	);
}
