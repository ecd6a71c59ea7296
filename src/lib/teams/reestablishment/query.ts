import { pageNumber } from '../../contracts/text/address';
import { isDay } from '../../contracts/local-time';

/** What a reader of the progress chose, all of it in the address. */
export interface ProgressQuery {
	/** Null = today. */
	day: string | null;
	since: string | null;
	show: 'communes' | 'missing';
	/** From 1. */
	page: number;
}

export const progressShows = { communes: '', missing: 'chua-kien-toan' } as const;

export function parseProgressQuery(parameters: URLSearchParams): ProgressQuery {
	const dayAt = (name: string) => {
		const text = parameters.get(name) ?? '';
		return isDay(text) ? text : null;
	};
	return {
		day: dayAt('ngay'),
		since: dayAt('ke-tu'),
		show: parameters.get('xem') === progressShows.missing ? 'missing' : 'communes',
		page: pageNumber(parameters),
	};
}
