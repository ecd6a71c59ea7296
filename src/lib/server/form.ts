import { wholeNumber } from '../contracts/text/address';
import { soundText } from '../contracts/text/sound-text';
import { NotFoundError } from './errors';

/**
 * The text fields of a form by name, without characters that no text holds; an uploaded file where
 * text is asked for counts as nothing.
 */
export function textFields(data: FormData): Record<string, string> {
	return Object.fromEntries(
		[...data].flatMap(([name, value]) =>
			typeof value === 'string' ? [[soundText(name), soundText(value)]] : [],
		),
	);
}

/** What a field that may be there several times holds, as `textFields` reads one. */
export const textValues = (data: FormData, name: string): string[] =>
	data.getAll(name).flatMap((value) => (typeof value === 'string' ? [soundText(value)] : []));

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
	const id = wholeNumber(text);
	if (id === null) throw new NotFoundError('An id is a number.');
	return id;
}
