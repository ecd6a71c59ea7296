import { searchKey } from '../contracts/text/search-key';
import type { TeamLevel } from '../contracts/teams/teams';

/**
 * How Zalo groups are called where a province says nothing else: villages as 002 §4.1, communes and
 * districts as 001 §II.6. `{Thon}` is the village's name with a capital, `{thon}` without.
 */
export const commonPatterns: Record<TeamLevel, string> = {
	village: 'CNS-{Thon}-{Xa}-{Huyen}',
	commune: 'CNSCĐ {xa} - {Huyen}',
	district: 'CNSCĐ {huyen}',
};

export const placeholders = ['thon', 'xa', 'huyen'] as const;
type Placeholder = (typeof placeholders)[number];

/** Full names of the team's units: `Thôn Tường Vu`; null where there is none, as districts today. */
export type PlaceNames = Record<Placeholder, string | null>;

const slot = /\{(thon|xa|huyen)\}/i;

/** Whether a pattern names nothing that can't be filled in. */
export const isPattern = (pattern: string): boolean =>
	slot.test(pattern) && !/[{}]/.test(pattern.replace(new RegExp(slot, 'gi'), ''));

/** The name that a pattern gives; a place that doesn't exist goes with the separator before it. */
export function zaloName(pattern: string, names: PlaceNames): string {
	// Odd entries are the placeholders, even ones what stands between them.
	const parts = pattern.split(new RegExp(slot, 'i'));
	let name = parts[0] ?? '';
	for (let index = 1; index < parts.length; index += 2) {
		const asked = parts[index] ?? '';
		const key = placeholders.find((each) => each === asked.toLowerCase());
		const place = key ? names[key] : null;
		const after = parts[index + 1] ?? '';
		if (place === null) {
			name = name.replace(/[\s\-–,]+$/u, '') + after;
			continue;
		}
		const [first = '', ...rest] = place;
		const capital = asked.startsWith(asked.charAt(0).toUpperCase());
		name += (capital ? first.toUpperCase() : first.toLowerCase()) + rest.join('') + after;
	}
	return name.replace(/^[\s\-–,]+/u, '');
}

/** How a stored name stands to the generated one; tone placement and accents don't matter. */
export function checkZaloName(stored: string, generated: string): 'none' | 'same' | 'other' {
	if (stored.trim() === '') return 'none';
	return searchKey(stored) === searchKey(generated) ? 'same' : 'other';
}
