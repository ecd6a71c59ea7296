import { error, type RequestEvent } from '@sveltejs/kit';
import { readLineage } from '$lib/admin-units/read-lineage.server';
import { readCommune } from '$lib/coverage/commune/read.server';
import type { CommuneView, TrendMonth } from '$lib/coverage/commune/view';
import { readTrend } from '$lib/coverage/trend.server';
import type { Unit } from '$lib/contracts/admin-units';
import { addMonths, localDay } from '$lib/contracts/local-time';
import { latestDuePeriod, listMonths } from '$lib/reports/periods.server';
import type { Database } from '$lib/server/db/client';
import { communePath } from './path';

/** The page of a unit in the month that `?thang=` asks for, else the newest one that is due. */
export async function loadCommune(
	{ locals, url }: Pick<RequestEvent, 'locals' | 'url'>,
	unit: Unit,
): Promise<CommuneView> {
	const { database } = locals.handle;
	const now = new Date();
	const today = localDay(now);
	const months = await monthsOf(database, unit, now);
	const asked = url.searchParams.get('thang');
	const index = months.all.findIndex(({ code }) =>
		asked === null ? code <= months.latestDue : code === asked,
	);
	const period = months.all[index] ?? null;
	if (asked !== null && !period) error(404, 'notFound');
	const previous = period && months.all.find(({ code }) => code === addMonths(period.code, -1));
	const commune = period && (await readCommune(database, unit, period, previous?.id ?? null, now));
	const trend = (unitId: number | undefined): Promise<TrendMonth[]> =>
		period && unitId !== undefined
			? readTrend(database, unitId, {
					basis: 'approved',
					audience: 'public',
					months: 24,
					until: period.code,
				})
			: Promise.resolve([]);
	const { predecessors, successors } = await readLineage(database, unit.id);
	const withPath = <Kin extends { unit: Unit }>(kin: Kin) => ({
		...kin,
		path: communePath(kin.unit, today),
	});
	return {
		unit,
		current: unit.validTo === null || unit.validTo > today,
		path: communePath(unit, today),
		period,
		olderMonth: (period && months.all[index + 1]?.code) ?? null,
		newerMonth: (period && months.all[index - 1]?.code) ?? null,
		commune,
		trend: await trend(unit.id),
		provinceTrend: await trend(commune?.province?.unit.id),
		predecessors: predecessors.map(withPath),
		successors: successors.map(withPath),
	};
}

/** Months on whose last day the unit existed, newest first. */
async function monthsOf(database: Database, { validFrom, validTo }: Unit, now: Date) {
	const { code } = await latestDuePeriod(database, now);
	const all = await listMonths(database, now);
	return {
		latestDue: code,
		all: all.filter(({ endsOn }) => endsOn >= validFrom && (validTo === null || endsOn < validTo)),
	};
}
