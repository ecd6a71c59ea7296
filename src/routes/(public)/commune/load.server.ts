import { error, type RequestEvent } from '@sveltejs/kit';
import { readLineage } from '$lib/admin-units/lineage/read-lineage.server';
import { readLastKnown } from '$lib/coverage/commune/read-last-known.server';
import { readCommune } from '$lib/coverage/commune/read.server';
import type { CommuneView, TrendMonth } from '$lib/coverage/commune/view';
import { readTrend } from '$lib/coverage/trend.server';
import type { Unit } from '$lib/contracts/admin-units';
import { readCoverageTarget } from '$lib/indicators/targets/list.server';
import { addMonths, localDay } from '$lib/contracts/local-time';
import type { Period } from '$lib/contracts/reports';
import { latestDuePeriod, listMonths } from '$lib/reports/periods/periods.server';
import type { Database } from '$lib/server/db/client';
import { communePath } from './path';

/** The page of a unit in the month that `?thang=` asks for, else the newest one that is due. */
export async function loadCommune(
	{ locals, url }: Pick<RequestEvent, 'locals' | 'url'>,
	unit: Unit,
): Promise<CommuneView> {
	const view = await readView(locals.handle.database, unit, url.searchParams.get('thang'));
	if (!view) error(404, 'notFound');
	return view;
}

/** @param asked a month `2026-10`, or null for the newest one that is due. @returns null where the unit has no such month. */
export async function readView(
	database: Database,
	unit: Unit,
	asked: string | null,
): Promise<CommuneView | null> {
	const now = new Date();
	const today = localDay(now);
	const months = await monthsOf(database, unit, now);
	const index = months.all.findIndex(({ code }) =>
		asked === null ? code <= months.latestDue : code === asked,
	);
	const period = months.all[index] ?? null;
	if (asked !== null && !period) return null;
	const previous = period && months.all.find(({ code }) => code === addMonths(period.code, -1));
	const commune = period && (await readCommune(database, unit, period, previous?.id ?? null, now));
	const trend = await publicTrend(database, unit.id, period);
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
		lastKnown:
			commune && (await readLastKnown(database, unit, { commune, trend, months: months.all, now })),
		target:
			period && (await readCoverageTarget(database, unit.id, Number(period.code.slice(0, 4)))),
		trend,
		provinceTrend: await publicTrend(database, commune?.province?.unit.id, period),
		predecessors: predecessors.map(withPath),
		successors: successors.map(withPath),
	};
}

async function publicTrend(
	database: Database,
	unitId: number | undefined,
	period: Period | null,
): Promise<TrendMonth[]> {
	if (!period || unitId === undefined) return [];
	const until = period.code;
	return readTrend(database, unitId, { basis: 'approved', audience: 'public', months: 24, until });
}

/** Months on whose last day the unit existed, newest first. */
async function monthsOf(database: Database, { id, validFrom, validTo }: Unit, now: Date) {
	const { code } = await latestDuePeriod(database, now, id);
	const all = await listMonths(database, now, id);
	return {
		latestDue: code,
		all: all.filter(({ endsOn }) => endsOn >= validFrom && (validTo === null || endsOn < validTo)),
	};
}
