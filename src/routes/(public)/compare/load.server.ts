import type { RequestEvent } from '@sveltejs/kit';
import { homeUnit, unitByCode } from '$lib/admin-units/home.server';
import { tellApart } from '$lib/admin-units/tell-apart.server';
import type { Unit } from '$lib/contracts/admin-units';
import { localDay } from '$lib/contracts/local-time';
import { mostCompared, type Comparison } from '$lib/coverage/compare/compared';
import { readOffered } from '$lib/coverage/compare/offered.server';
import { app } from '$lib/server/app';
import type { Database } from '$lib/server/db/client';
import { loadCommune } from '../commune/load.server';

const longestText = 100;

/** Communes of today by their codes; what is no commune is left out. */
export async function loadComparison({
	locals,
	url,
}: Pick<RequestEvent, 'locals' | 'url'>): Promise<Comparison> {
	const { database } = locals.handle;
	const day = localDay(new Date());
	const text = (url.searchParams.get('tim') ?? '').trim().slice(0, longestText);
	const codes = [...new Set(url.searchParams.getAll('xa'))].slice(0, mostCompared);
	const units = await tellApart(database, await communesOf(database, codes, day));
	// All of one month: the newest that is due for the first of them.
	const address = new URL(url);
	const communes: Comparison['communes'] = [];
	let month = url.searchParams.get('thang');
	for (const unit of units) {
		if (month !== null) address.searchParams.set('thang', month);
		const { path, commune, trend, period } = await loadCommune({ locals, url: address }, unit);
		communes.push({ unit, path, commune, trend });
		month ??= period?.code ?? null;
	}
	const home = await homeUnit(database, app().config.homeUnit, day);
	const asked = { text, compared: communes, day };
	const offered = home ? await readOffered(database, { ...asked, scopeUnitId: home.id }) : [];
	return { month, communes, text, offered };
}

async function communesOf(
	database: Database,
	codes: readonly string[],
	day: string,
): Promise<Unit[]> {
	const units = await Promise.all(codes.map((code) => unitByCode(database, code, day)));
	return units.flatMap((unit) => (unit?.level === 'commune' ? [unit] : []));
}
