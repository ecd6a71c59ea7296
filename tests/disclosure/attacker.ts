import loadHighs from 'highs';
import { measures } from '../../src/lib/contracts/coverage';
import type { Interval } from '../../src/lib/coverage/disclosure/versions';

/** What an attacker can tell of a unit at one moment. */
export interface SeenUnit {
	id: number;
	/** Null at the top. */
	parentId: number | null;
	/** Which report of its own is shown; null = its figures are the sum of the units below. */
	version: number | null;
	/** Null = hidden. */
	able: readonly (number | null)[];
	base: readonly number[];
	/** Whether totals hold the count: seen from how many households they count. */
	isCounted: readonly boolean[];
	/** What the class of a hidden count tells. */
	classes: readonly (Interval | null)[];
	/** What "< 5" tells of a count that could point at a family, at its word. */
	words: readonly (Interval | null)[];
	/** Where its own count isn't in the totals yet: what stands in its place, of the units below. */
	standing?: readonly number[];
	/** It adds up units below, whose counts are those to protect: it may be found out itself. */
	mayBeFound?: readonly boolean[];
	/** How far apart the least and the most of a hidden count of it are promised to stay. */
	smallestRange: number;
	/** The reports of the units below that its own one is known to be the sum of. */
	sumOf?: readonly { id: number; version: number }[];
}

/** Everything public at one moment. */
export type Picture = readonly SeenUnit[];

export interface Narrowed {
	unitId: number;
	version: number;
	measure: number;
	low: number;
	high: number;
	base: number;
	smallestRange: number;
	/** What "< 5" tells of it at its word, where it is read so. */
	word: Interval | null;
}

type Term = { name: string } | { value: number };
export interface Row {
	/** `+ name` or `- name`. */
	terms: string[];
	relation: '=' | '<=';
	bound: number;
}

/** Hidden counts that depend on one another, and all that is known of them. */
interface Part {
	names: Set<string>;
	rows: Row[];
}

const allFive = measures.indexOf('allFive');
const assisted = measures.indexOf('assisted');
const skills = measures.flatMap((name, index) => (name.startsWith('skill') ? [index] : []));
export const highs = await loadHighs();

export type HowRead = 'asHidden' | 'atItsWord';

/** A count of a report in the system. */
export const nameOf = (id: number, version: number, measure: number) =>
	`x${id}_${version}_${measure}`;

/**
 * The range of every hidden count of a report that somebody can derive who kept all pictures, knows
 * which report is behind each of them, and which of them every total holds: the least and the most
 * that a linear program allows under all that is shown.
 * @param reading whether "< 5" is taken at its word, and what only protects others is known.
 */
export function attack(pictures: readonly Picture[], reading: HowRead = 'asHidden'): Narrowed[] {
	const { hidden, rows } = systemOf(pictures, reading);
	const mayBeFound = new Set(
		pictures
			.flat()
			.flatMap(({ id, version, mayBeFound: found = [] }) =>
				found.flatMap((may, measure) => (may ? [nameOf(id, version ?? 0, measure)] : [])),
			),
	);
	return solve(hidden, rows).flatMap(([name, range]) => (mayBeFound.has(name) ? [] : [range]));
}

/** What is hidden, by its name, within what is told of it; and all that ties it to what is shown. */
export function systemOf(
	pictures: readonly Picture[],
	reading: HowRead,
): { hidden: Map<string, Narrowed>; rows: Row[] } {
	const shown = new Map<string, number>();
	const hidden = new Map<string, Narrowed>();
	for (const unit of pictures.flat())
		if (unit.version !== null)
			for (const measure of measures.keys()) {
				const base = unit.base[measure] ?? 0;
				const name = nameOf(unit.id, unit.version, measure);
				const able = unit.able[measure] ?? null;
				const word = reading === 'atItsWord' ? unit.words[measure] : null;
				const told = word ?? unit.classes[measure] ?? { low: 0, high: base };
				if (base === 0) continue;
				if (able !== null) shown.set(name, able);
				else
					hidden.set(name, {
						unitId: unit.id,
						version: unit.version,
						measure,
						base,
						smallestRange: unit.smallestRange,
						word: word ?? null,
						...told,
					});
			}
	for (const name of shown.keys()) hidden.delete(name);

	const rows = new Map<string, Row>();
	const add = (
		terms: readonly (Term & { times: number })[],
		relation: '=' | '<=',
		bound: number,
	) => {
		const names = terms.flatMap((term) =>
			'name' in term ? [`${term.times < 0 ? '-' : '+'} ${term.name}`] : [],
		);
		const known = terms.reduce(
			(sum, term) => ('value' in term ? sum + term.times * term.value : sum),
			0,
		);
		const row = { terms: names.sort(), relation, bound: bound - known };
		if (names.length > 0) rows.set(JSON.stringify(row), row);
	};
	const term = (id: number, version: number, measure: number): Term => {
		const name = nameOf(id, version, measure);
		const value = shown.get(name);
		return value === undefined ? { name } : { value };
	};
	for (const picture of pictures) {
		const termsOf = (unit: SeenUnit, measure: number): Term[] => {
			if (unit.version === null || unit.isCounted[measure] !== true)
				return picture
					.filter(({ parentId }) => parentId === unit.id)
					.flatMap((child) => termsOf(child, measure));
			return (unit.base[measure] ?? 0) > 0 ? [term(unit.id, unit.version, measure)] : [];
		};
		for (const unit of picture) {
			if (unit.version === null) {
				for (const measure of measures.keys()) {
					const able = unit.able[measure] ?? null;
					if (able === null) continue;
					const terms = termsOf(unit, measure).map((one) => ({ ...one, times: 1 }));
					add(terms, '=', able);
				}
				continue;
			}
			const { id, version } = unit;
			const isKnown = (measure: number) => (unit.base[measure] ?? 0) > 0;
			for (const measure of measures.keys()) {
				if (unit.standing && unit.isCounted[measure] !== true) {
					const terms = termsOf(unit, measure).map((one) => ({ ...one, times: 1 }));
					add(terms, '=', unit.standing[measure] ?? 0);
				}
				if (unit.sumOf && isKnown(measure)) {
					const parts = unit.sumOf.flatMap((part) => {
						const one = term(part.id, part.version, measure);
						const isThere = 'value' in one || hidden.has(one.name);
						return isThere ? [{ ...one, times: 1 }] : [];
					});
					const whole = { ...term(id, version, measure), times: -1 };
					add([...parts, whole], '=', 0);
				}
			}
			if (!isKnown(allFive)) continue;
			const five = { ...term(id, version, allFive), times: 1 };
			for (const skill of skills.filter(isKnown))
				add([five, { ...term(id, version, skill), times: -1 }], '<=', 0);
			if (isKnown(assisted))
				add([five, { ...term(id, version, assisted), times: 1 }], '<=', unit.base[allFive] ?? 0);
		}
	}
	return { hidden, rows: [...rows.values()] };
}

function solve(hidden: ReadonlyMap<string, Narrowed>, rows: readonly Row[]): [string, Narrowed][] {
	const parts = new Map<string, Part>();
	for (const name of hidden.keys()) parts.set(name, { names: new Set([name]), rows: [] });
	for (const row of rows) {
		const merged: Part = { names: new Set(), rows: [row] };
		for (const part of new Set(row.terms.flatMap((one) => parts.get(one.slice(2)) ?? []))) {
			for (const name of part.names) merged.names.add(name);
			merged.rows.push(...part.rows);
		}
		for (const name of merged.names) parts.set(name, merged);
	}
	/** The least and the most of each in any world that was found so far. */
	const met = new Map<string, Interval>();
	const isMet = (name: string, which: 'low' | 'high') =>
		Math.abs((met.get(name)?.[which] ?? NaN) - (hidden.get(name)?.[which] ?? NaN)) < 1e-6;
	/** How far all of these go together, at the least or at the most; none has to be as far as it may be. */
	const extreme = (
		which: 'low' | 'high',
		sought: readonly string[],
		{ names, rows: constraints }: Part,
	) => {
		const program = [
			which === 'low' ? 'Minimize' : 'Maximize',
			` obj: ${sought.join(' + ')}`,
			'Subject To',
			...constraints.map(
				({ terms, relation, bound }) => ` ${terms.join(' ')} ${relation} ${bound}`,
			),
			'Bounds',
			...[...names].map((one) => {
				const { low = 0, high = 0 } = hidden.get(one) ?? {};
				return ` ${low} <= ${one} <= ${high}`;
			}),
			'End',
		].join('\n');
		const found = highs.solve(program, { presolve: 'off' });
		if (found.Status !== 'Optimal') throw new Error(`${found.Status}: ${program}`);
		for (const one of names) {
			const value = found.Columns[one]?.Primal ?? NaN;
			const { low, high } = met.get(one) ?? { low: value, high: value };
			met.set(one, { low: Math.min(low, value), high: Math.max(high, value) });
		}
		return found.ObjectiveValue;
	};
	// Worlds in which many are as far as they may be at all: nothing is left to look for of them.
	for (const part of new Set(parts.values()))
		for (const which of ['low', 'high'] as const) {
			let sought = [...part.names];
			for (let before = Infinity; sought.length > 1 && sought.length < before;) {
				before = sought.length;
				extreme(which, sought, part);
				sought = sought.filter((name) => !isMet(name, which));
			}
		}
	return [...hidden].map(([name, about]) => {
		const part = parts.get(name) ?? { names: new Set([name]), rows: [] };
		const low = isMet(name, 'low') ? about.low : Math.ceil(extreme('low', [name], part) - 1e-6);
		const high = isMet(name, 'high')
			? about.high
			: Math.floor(extreme('high', [name], part) + 1e-6);
		return [name, { ...about, low, high }];
	});
}
