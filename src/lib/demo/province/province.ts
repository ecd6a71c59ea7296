import type { Polygon } from 'geojson';
import type { UnitKind } from '../../contracts/admin-units';
import { addDays } from '../../contracts/local-time';
import type { Landscape } from '../map/terrain';
import { randomFor } from '../random';
import { buildGround, type Ground, type Place } from './communes';
import { foundedOn, provinceCode, teamsFoundedOn } from './identity';
import { nameVillages } from './names';

/** A village where people live: it outlasts the commune that it lies in. */
export interface Settlement {
	/** `<place>-<number>`: what its figures grow from. */
	key: string;
	kind: UnitKind;
	name: string;
	/** Households on the register. */
	households: number;
}

export interface Village extends Settlement {
	code: string;
	/** Null: the village has no team of its own. */
	team: { foundedOn: string; closedOn: string | null } | null;
}

export interface Commune {
	code: string;
	kind: UnitKind;
	name: string;
	landscape: Landscape;
	/** Of the place that sets its pace. */
	place: number;
	validFrom: string;
	/** Exclusive. */
	validTo: string | null;
	outline: Polygon;
	/** Whether it reports itself instead of its villages. */
	reportsItself: boolean;
	villages: Village[];
}

export interface Succession {
	oldCode: string;
	newCode: string;
	extent: 'full' | 'partial';
	/** Empty where it goes over in full. */
	share: number | null;
}

export interface Province {
	communes: Commune[];
	successions: Succession[];
}

/** @param mergerOn first day of the new communes, `YYYY-MM-DD`. */
export function buildProvince(mergerOn: string, ground: Ground = buildGround()): Province {
	const { places, merger } = ground;
	const settled = new Map(places.map((place) => [place.number, settle(place)]));
	const gone = new Set([...merger.first, ...merger.second, merger.divided]);
	const island = places.length - 1;
	const before = places.map((place): Commune => {
		const reportsItself = place.number === merger.divided || place.number === island;
		const commune = {
			code: codeOf(place.number),
			kind: place.kind,
			name: place.name,
			landscape: place.landscape,
			place: place.number,
			validFrom: foundedOn,
			validTo: gone.has(place.number) ? mergerOn : null,
			outline: place.outline,
			reportsItself,
		};
		const settlements = settled.get(place.number) ?? [];
		return { ...commune, villages: villagesOf(commune, settlements, mergerOn) };
	});

	const divided = settled.get(merger.divided) ?? [];
	const cut = Math.round(divided.length * merger.share);
	const heirs = [merger.first, merger.second].map((origins, index): Commune => {
		const place = places[origins[0]];
		const outline = merger.outlines[index];
		if (!place || !outline) throw new Error('A merged commune has no ground.');
		// The first keeps code and name of its largest part, the second has new ones.
		const renamed = index === 0 ? {} : { name: 'Hòa Thịnh', code: codeOf(places.length) };
		const commune = {
			code: codeOf(place.number),
			kind: place.kind,
			name: place.name,
			landscape: place.landscape,
			place: place.number,
			...renamed,
			validFrom: mergerOn,
			validTo: null,
			outline,
			reportsItself: false,
		};
		const settlements = [
			...origins.flatMap((origin) => settled.get(origin) ?? []),
			...(index === 0 ? divided.slice(0, cut) : divided.slice(cut)),
		];
		return { ...commune, villages: villagesOf(commune, settlements, mergerOn) };
	});
	return {
		communes: [...before, ...heirs],
		successions: successions(before, heirs, { ...merger, gone }),
	};
}

const codeOf = (place: number) => `${provinceCode}${String(101 + place * 3)}`;

const sizes: Record<Landscape, { villages: [number, number]; households: [number, number] }> = {
	town: { villages: [8, 12], households: [170, 400] },
	plain: { villages: [7, 11], households: [80, 260] },
	mountain: { villages: [5, 10], households: [40, 125] },
};
const kinds: Record<Landscape, UnitKind> = { town: 'toDanPho', plain: 'thon', mountain: 'ban' };

function settle({ number, landscape, kind }: Place): Settlement[] {
	const random = randomFor('villages', number);
	const { villages, households } = sizes[landscape];
	const count = kind === 'dacKhu' ? 3 : random.whole(...villages);
	return nameVillages(landscape, count, random).map((name, index) => ({
		key: `${number}-${index + 1}`,
		kind: kinds[landscape],
		name,
		households: random.whole(...households),
	}));
}

/** Some teams came late, and two were closed for good. */
const lateFounded = 14;
const closedKeys = new Set(['11-2', '40-3']);

function villagesOf(
	commune: Omit<Commune, 'villages'>,
	settlements: readonly Settlement[],
	mergerOn: string,
): Village[] {
	return settlements.map((settlement, index) => {
		const random = randomFor('team', settlement.key);
		const late = random.chance(lateFounded / 900);
		const since = late ? addDays(mergerOn, -random.whole(30, 260)) : teamsFoundedOn;
		const started = since > commune.validFrom ? since : commune.validFrom;
		return {
			...settlement,
			code: `${commune.code}-${String(index + 1).padStart(2, '0')}`,
			team: commune.reportsItself
				? null
				: {
						foundedOn: started,
						closedOn: closedKeys.has(settlement.key) ? addDays(mergerOn, 80) : commune.validTo,
					},
		};
	});
}

function successions(
	before: readonly Commune[],
	heirs: readonly Commune[],
	merger: { divided: number; share: number; gone: ReadonlySet<number>; first: readonly number[] },
): Succession[] {
	const heirOf = new Map(heirs.flatMap((heir) => heir.villages.map(({ key }) => [key, heir])));
	const villageOf = new Map(
		heirs.flatMap(({ villages }) => villages.map((each) => [each.key, each])),
	);
	const [first, second] = heirs;
	return before
		.filter(({ place }) => merger.gone.has(place))
		.flatMap((commune) => {
			const villages = commune.villages.flatMap(({ code, key }): Succession[] => {
				const heir = villageOf.get(key);
				return heir ? [{ oldCode: code, newCode: heir.code, extent: 'full', share: null }] : [];
			});
			const oldCode = commune.code;
			if (commune.place === merger.divided && first && second)
				return [
					{ oldCode, newCode: first.code, extent: 'partial', share: merger.share } as const,
					{
						oldCode,
						newCode: second.code,
						extent: 'partial',
						share: Math.round((1 - merger.share) * 100) / 100,
					} as const,
					...villages,
				];
			const heir = heirOf.get(commune.villages[0]?.key ?? '');
			return heir
				? [{ oldCode, newCode: heir.code, extent: 'full', share: null } as const, ...villages]
				: villages;
		});
}
