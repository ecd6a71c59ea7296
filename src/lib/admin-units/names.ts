import type { PlaceName } from '../contracts/admin-units';

export { searchKey } from '../contracts/text/search-key';

const marks = { tone: /[\u0300\u0301\u0303\u0309\u0323]/g };

/** Accents stay, wherever the tone is written: `hoà` and `hòa` become equal, `hoa` doesn't. */
export const spellingKey = (text: string): string =>
	text
		.normalize('NFD')
		.toLowerCase()
		.split(/[^\p{L}\p{M}\p{N}]+/u)
		.map((word) => word.replace(marks.tone, '') + (word.match(marks.tone) ?? []).join(''))
		.join(' ')
		.trim();

/** Those units of a list whose kind and name another one of it bears too: 572 of the 3,321 communes. */
export function withRepeatedName<Named extends PlaceName>(units: readonly Named[]): Named[] {
	const key = ({ kind, name }: PlaceName) => `${kind} ${spellingKey(name)}`;
	const counts = new Map<string, number>();
	for (const unit of units) counts.set(key(unit), (counts.get(key(unit)) ?? 0) + 1);
	return units.filter((unit) => (counts.get(key(unit)) ?? 0) > 1);
}
