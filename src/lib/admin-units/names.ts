import type { PlaceName } from '../contracts/admin-units';
import { spellingKey } from '../contracts/text/search-key';

/** Those units of a list whose kind and name another one of it bears too: 572 of the 3,321 communes. */
export function withRepeatedName<Named extends PlaceName>(units: readonly Named[]): Named[] {
	const key = ({ kind, name }: PlaceName) => `${kind} ${spellingKey(name)}`;
	const counts = new Map<string, number>();
	for (const unit of units) counts.set(key(unit), (counts.get(key(unit)) ?? 0) + 1);
	return units.filter((unit) => (counts.get(key(unit)) ?? 0) > 1);
}
