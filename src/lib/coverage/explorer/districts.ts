import type { Unit } from '../../contracts/admin-units';
import { provinceIdOf, type SnapshotUnit } from '../../contracts/events';
import type { FormerDistricts } from '../../contracts/former-districts';
import type { Language } from '../../messages/context';

/** What an address says where all former districts are shown, and none is picked out. */
export const allDistricts = 'tat-ca';

/** The former districts as a map shows them: a grouping of communes, without any figure of its own. */
export interface ShownDistricts {
	/** By name. */
	districts: readonly Unit[];
	/** The one that a commune lay in or came from as a whole. */
	districtOf: ReadonlyMap<number, number>;
	/** Which of them a commune has land from, by name; none where nothing is known. */
	districtsOf: (communeId: number) => readonly Unit[];
	/** The one that was picked out; null: all of them. */
	chosen: Unit | null;
	/** Whether a commune has land from the one that was picked out. */
	holds: (communeId: number) => boolean;
	/** Communes of land from several. */
	several: ReadonlySet<number>;
}

/** Names of them, as a map writes them beside those of communes that are called the same. */
export const namedDistricts = (
	{ districts }: ShownDistricts,
	{ format }: Pick<Language, 'format'>,
): { id: number; name: string }[] =>
	districts.map((district) => ({ id: district.id, name: format.unitName(district) }));

/** What a commune lies in on the map: in its province, on that of a country. */
export function groupOf(
	unit: SnapshotUnit,
	ofCountry: boolean,
	shown: ShownDistricts | null,
): { group?: number } {
	if (ofCountry) return { group: provinceIdOf(unit) ?? unit.id };
	const group = shown?.districtOf.get(unit.id);
	return group === undefined ? {} : { group };
}

/** What a table says of the districts that a commune has land from. */
export function districtText(
	shown: ShownDistricts,
	id: number,
	{ t, format }: Pick<Language, 't' | 'format'>,
): string {
	const names = shown.districtsOf(id).map(format.unitName);
	return names.length > 1 ? t.map.districts.severalOf(names.join(', ')) : (names[0] ?? '–');
}

/** Its turn in a table grouped by districts: those of land from several come after these; null: unknown. */
export function placeAmong(shown: ShownDistricts, id: number): number | null {
	const [first, ...others] = shown.districtsOf(id);
	if (!first) return null;
	return others.length > 0 ? shown.districts.length : shown.districts.indexOf(first);
}

/** Null where the address asks for none, or nothing is known of any. @param asked a code, or `allDistricts`. */
export function shownDistricts(
	{ districts, districtOf: whole, several }: FormerDistricts,
	asked: string | null,
): ShownDistricts | null {
	if (asked === null || districts.length === 0) return null;
	const chosen = districts.find(({ code }) => code === asked) ?? null;
	const districtOf = new Map(whole);
	const parts = new Map(several.map(([id, from]) => [id, new Set(from)]));
	const has = (communeId: number, { id }: Unit) =>
		districtOf.get(communeId) === id || parts.get(communeId)?.has(id) === true;
	return {
		...{ districts, districtOf, chosen },
		districtsOf: (communeId) => districts.filter((district) => has(communeId, district)),
		holds: (communeId) => chosen === null || has(communeId, chosen),
		several: new Set(parts.keys()),
	};
}
