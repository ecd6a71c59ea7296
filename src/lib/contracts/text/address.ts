import { isSoundText } from './sound-text';

/**
 * What the query of an address may say. Whoever types nonsense sees the list as it is without: only a
 * thing that is asked for and doesn't exist is "not found".
 */

/** As the database keeps numbers of things. */
export const largestId = 2_147_483_647;
const lastPage = 10_000;

/** A number of a thing, as the database keeps it: from 1 to 2,147,483,647; null for anything else. */
export const wholeNumber = (text: string | null | undefined): number | null => {
	const number = /^\d{1,10}$/.test(text ?? '') ? Number(text) : 0;
	return number >= 1 && number <= largestId ? number : null;
};

/** Whether a path, as an address has it, is text: only then it may name something. */
export function isSoundPath(pathname: string): boolean {
	try {
		return isSoundText(decodeURIComponent(pathname));
	} catch {
		return false;
	}
}

/** The page of a list, from 1 (which nonsense is as well) to 10,000. */
export const pageNumber = (parameters: URLSearchParams): number =>
	Math.min(lastPage, wholeNumber(parameters.get('trang')) ?? 1);
