import { unitLevels, type UnitKind, type UnitLevel } from '../../contracts/admin-units';
import { compareNames } from '../../contracts/text/name-order';
import { isKindOf, keysOfKind } from '../kinds';
import { spellingKey } from '../../contracts/text/search-key';
import { foldKey, joinKey, type SearchText } from './typed-keys';

/** What ranking needs of a unit. */
export interface HitCandidate {
	code: string;
	level: UnitLevel;
	kind: UnitKind;
	name: string;
	/** `searchKey` of the name, folded. */
	searchName: string;
	/** Folded keys of what it lies in, with their kinds: `huien h quan hoa tinh thanh hoa`. */
	path: string;
	/** 0 what is there today, 1 what became a part of it, 2 what lay elsewhere. */
	distance: number;
}

/** Every way in which a name can answer, best first. */
const places = [
	'code',
	'name',
	'nameAndPlace',
	'joined',
	'beginning',
	'words',
	'wordsAndPlace',
	'place',
	'codeBeginning',
] as const;
type Place = (typeof places)[number];

/** A text with accents, or with a letter that only Vietnamese has. */
const accented = /[\u0300-\u036f]|đ/;

/** The candidates that answer to the text, best first; where units are equal, the larger one leads. */
export function rankHits<Candidate extends HitCandidate>(
	candidates: readonly Candidate[],
	text: SearchText,
): Candidate[] {
	const spelling = spellingKey(text.typed);
	const isSpelt = accented.test(spelling);
	const ranked = candidates.flatMap((unit) => {
		const place = placeOf(unit, text);
		if (place === undefined) return [];
		const spelt = !isSpelt || ` ${spelling} `.includes(` ${spellingKey(unit.name)}`);
		const { kind } = text;
		const order = [
			// What has nothing to do with the site's communes comes last, however well it answers.
			Math.max(0, unit.distance - 1),
			places.indexOf(place),
			kind === undefined || isKindOf(kind, unit.level) || place === 'code' ? 0 : 1,
			spelt || ` ${spellingKey(unit.name)}`.includes(` ${bareSpelling(spelling, text)}`) ? 0 : 1,
			unit.distance,
			kind === undefined || kind === unit.kind ? 0 : 1,
			unitLevels.indexOf(unit.level),
		];
		return [{ unit, place, order }];
	});
	// Everything in a place answers to the place's name: that helps only where nothing else does.
	const named = ranked.filter(({ place }) => place !== 'place');
	const shown = named.length > 0 ? named : ranked;
	return shown
		.toSorted(
			(one, other) =>
				compareLists(one.order, other.order) ||
				compareNames(one.unit.name, other.unit.name) ||
				(one.unit.code < other.unit.code ? -1 : 1),
		)
		.map(({ unit }) => unit);
}

/** The spelling without the kind that stands in front of it. */
const bareSpelling = (spelling: string, { key, bare }: SearchText): string =>
	spelling
		.split(' ')
		.slice(key.split(' ').length - bare.split(' ').length)
		.join(' ');

function compareLists(one: readonly number[], other: readonly number[]): number {
	for (const [index, value] of one.entries()) {
		const difference = value - (other[index] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}

function placeOf(unit: HitCandidate, { typed, key, bare }: SearchText): Place | undefined {
	if (unit.code === typed || unit.code === bare) return 'code';
	const name = unit.searchName;
	if (name === key || name === bare) return 'name';
	const joined = joinKey(bare);
	if (
		keysOfKind(unit.kind)
			.concat('')
			.some((word) => joined === joinKey(foldKey(word) + name))
	)
		return 'joined';
	const ownWords = [...name.split(' '), joinKey(name)];
	const placeWords = unit.path.split(' ');
	const begins = (words: readonly string[]) => (word: string) =>
		words.some((each) => each.startsWith(word));
	for (const asked of [key, bare])
		if (
			asked.startsWith(`${name} `) &&
			asked
				.slice(name.length + 1)
				.split(' ')
				.every(begins(placeWords))
		)
			return 'nameAndPlace';
	if (name.startsWith(bare) || name.startsWith(key)) return 'beginning';
	const asked = bare.split(' ');
	if (asked.every(begins(ownWords))) return 'words';
	if (asked.every(begins([...ownWords, ...placeWords])))
		return asked.some(begins(ownWords)) ? 'wordsAndPlace' : 'place';
	return typed !== '' && unit.code.startsWith(typed) ? 'codeBeginning' : undefined;
}
