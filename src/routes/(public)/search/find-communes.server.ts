import { lastDaysOfFormerCommunes } from '$lib/admin-units/former-structures.server';
import { homeUnit } from '$lib/admin-units/home.server';
import { searchUnits, type SearchHit } from '$lib/admin-units/search.server';
import { addDays } from '$lib/contracts/local-time';
import type { Database } from '$lib/server/db/client';
import { communePath } from '../commune/path';

/** How many of either kind are shown, and how many earlier structures are looked through. */
const limits = { hits: 20, structures: 3 };

/** A commune, or a village by whose name its commune was found. */
export interface FoundUnit {
	id: number;
	hit: SearchHit;
	path: string;
	/** First and last day of a former unit; null for one of today. */
	span: { from: string; to: string } | null;
}

export interface Found {
	current: FoundUnit[];
	former: FoundUnit[];
	/** There may be more than what is shown. */
	more: boolean;
}

export async function findCommunes(
	database: Database,
	text: string,
	homeCode: string | undefined,
	today: string,
): Promise<Found> {
	const home = await homeUnit(database, homeCode, today);
	const search = { onDay: today, limit: limits.hits };
	const hits = home ? await searchUnits(database, text, { ...search, scopeUnitId: home.id }) : [];
	const former = new Map<number, FoundUnit>();
	const days = await lastDaysOfFormerCommunes(database, today, limits.structures);
	for (const onDay of days) {
		// Mergers crossed provinces: what is here today may have been elsewhere.
		const scope =
			(await homeUnit(database, 'VN', onDay)) ?? (await homeUnit(database, homeCode, onDay));
		if (!scope) continue;
		const found = await searchUnits(database, text, {
			onDay,
			limit: limits.hits,
			scopeUnitId: scope.id,
		});
		for (const hit of found) {
			const { unit } = hit;
			if (unit.level !== 'commune' || unit.validTo === null || unit.validTo > today) continue;
			former.set(unit.id, {
				id: unit.id,
				hit,
				path: communePath(unit, today),
				span: { from: unit.validFrom, to: addDays(unit.validTo, -1) },
			});
		}
	}
	return {
		current: hits.flatMap((hit) => foundToday(hit, today)),
		former: [...former.values()].slice(0, limits.hits),
		more: hits.length >= limits.hits || former.size >= limits.hits,
	};
}

/** Provinces and districts have no page of their own; a village leads to its commune. */
function foundToday(hit: SearchHit, today: string): FoundUnit[] {
	const { unit, ancestors } = hit;
	const parent = ancestors[0];
	if (unit.level === 'commune')
		return [{ id: unit.id, hit, path: communePath(unit, today), span: null }];
	if (unit.level === 'village' && parent)
		return [{ id: unit.id, hit, path: `/commune/${parent.code}`, span: null }];
	return [];
}
