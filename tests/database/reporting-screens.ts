import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { unitByCode } from '../../src/lib/admin-units/home.server';
import { readBrief } from '../../src/lib/brief/read.server';
import type { Timeliness } from '../../src/lib/contracts/reports';
import { readCommune } from '../../src/lib/coverage/commune/read.server';
import { readRows } from '../../src/lib/coverage/explorer/rows';
import { readNight } from '../../src/lib/coverage/wall/read-night.server';
import { notReported } from '../../src/lib/coverage/wall/view';
import { readRanking } from '../../src/lib/ranking/read.server';
import { periodByCode } from '../../src/lib/reports/periods/periods.server';
import { readCoverageMonth } from '../../src/lib/reports/status/coverage-month.server';
import { readStandings } from '../../src/lib/reports/status/standing.server';
import type { Database } from '../../src/lib/server/db/client';
import { adminUnit } from '../../src/lib/server/db/schema';
import type { TestProvince } from './province';

/** The month that is looked at, and when. */
export const period = '2026-10';
export const now = new Date('2026-11-05T03:00:00Z');

type Seen = Record<string, Timeliness>;

/** What each screen about a unit says of its communes, by code. */
export async function lookAtScreens(database: Database, province: TestProvince, code: string) {
	const { approver: actor } = province;
	const scope = await unitByCode(database, code, '2026-10-31');
	const screen = await readCoverageMonth(database, {
		homeCode: code,
		periodCode: period,
		actor,
		now,
	});
	if (!scope || !screen) throw new Error('the unit is there');
	const { snapshot } = screen;
	const byUnit = <Entry extends { unitId: number }>(entries: readonly Entry[]) =>
		new Map(entries.map((entry) => [entry.unitId, entry]));
	const rows = readRows(
		{
			...{ units: snapshot.units, period: snapshot.period, now },
			...{ figures: new Map(), previous: new Map(), statuses: byUnit(snapshot.statuses) },
		},
		'allFive',
	);
	const map: Seen = Object.fromEntries(rows.map(({ unit, timeliness }) => [unit.code, timeliness]));
	const ranking: Seen = {};
	const punctual: Record<string, string> = {};
	const { entries } = await readRanking(database, {
		...({ scope, level: 'commune', basis: 'approved', actor, now } as const),
		period: snapshot.period,
	});
	const codeOf = new Map(snapshot.units.map((unit) => [unit.id, unit.code]));
	for (const entry of entries) {
		const unit = codeOf.get(entry.unitId) ?? '';
		ranking[unit] = entry.timeliness;
		punctual[unit] = `${entry.reportsOnTime}/${entry.reportsDue}`;
	}
	const communePage: Seen = {};
	const status: Seen = {};
	for (const unit of snapshot.units) {
		const own = await periodByCode(database, period, unit.id);
		communePage[unit.code] = (await readCommune(database, unit, own, null, now)).timeliness;
	}
	for (const id of new Set(snapshot.units.map(({ parentId }) => parentId ?? 0))) {
		const [above] = await database.select().from(adminUnit).where(eq(adminUnit.id, id));
		if (!above) throw new Error('communes lie in provinces');
		const asked = await periodByCode(database, period, scope.id);
		for (const line of await readStandings(database, above, asked, now))
			status[line.code] = line.timeliness;
	}
	const missing = notReported(rows).map(({ unit }) => unit.code);
	const brief = await readBrief(database, actor, scope, { month: period, now });
	const night = await readNight(database, scope, {
		...{ period: snapshot.period, before: snapshot.previous?.period ?? snapshot.period, now },
	});
	// What each has to send, and by when where it isn't the usual day.
	const dutiesOf = (units: readonly { code: string; reportsRequired: number; due?: string }[]) =>
		units.map((unit) => [unit.code, unit.reportsRequired, unit.due ?? 'usual']);
	expect(dutiesOf(night.units)).toEqual(dutiesOf(snapshot.units));
	return { scope, snapshot, map, ranking, punctual, communePage, status, missing, brief };
}
