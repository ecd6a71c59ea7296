import { NotFoundError } from './errors';

/** The text fields of a form by name; an uploaded file where text is asked for counts as nothing. */
export function textFields(data: FormData): Record<string, string> {
	return Object.fromEntries(
		[...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
	);
}

/** A file that was chosen; null for a file field that was left alone, which browsers send empty and nameless. */
export function uploadedFile(data: FormData, name: string): File | null {
	const value = data.get(name);
	return value instanceof File && (value.size > 0 || value.name !== '') ? value : null;
}

/**
 * The id in an address.
 * @throws NotFoundError for what can be none.
 */
export function idParameter(text: string): number {
	const id = Number(text);
	if (/^\d{1,10}$/.test(text) && id > 0 && id <= 2_147_483_647) return id;
	throw new NotFoundError('An id is a number.');
}
