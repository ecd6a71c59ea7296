import { sql } from 'drizzle-orm';
import type { UnitKind, UnitLevel } from '../../contracts/admin-units';
import type { UnitFigures } from '../../contracts/coverage';
import type { TakenDown } from '../../contracts/publication';
import { queryRows, type Database } from '../../server/db/client';
import { isoInstant } from '../../server/db/instant';
import { unitsBelow } from '../../server/db/unit-tree';
import { GoneError } from '../../server/errors';
import { pictureTakenDown, readPictureTakenDown } from './taken-down.server';

/** What the public saw of a period under one change number. */
export interface Version {
	period: string;
	/** The change number, that of the newest change in it. */
	number: number;
	/** ISO instant of the newest approval in it. */
	approvedAt: string;
}

export interface PublishedUnit extends Record<string, unknown> {
	id: number;
	code: string;
	level: UnitLevel;
	kind: UnitKind;
	name: string;
	parentCode: string;
	validFrom: string;
	figures: UnitFigures;
}

/** The newest instant that a set of published figures names. */
const newestApproval = sql`${isoInstant(
	sql`max(coalesce((entry.figures ->> 'approvedAt')::timestamptz, entry.at))`,
)}`;

const inScope = (scopeUnitId: number) =>
	sql`entry.unit_id in (select id from ${unitsBelow(scopeUnitId, { downTo: 'commune' })} below)`;

/** The newest version of each month, the newest month first, and how many there are of it. */
export function listPeriods(
	database: Database,
	scopeUnitId: number,
): Promise<(Version & { versions: number })[]> {
	return queryRows<Version & { versions: number } & Record<string, unknown>>(
		database,
		sql`select period.code as period, max(entry.number)::float8 as number,
				count(distinct entry.number)::int as versions, ${newestApproval} as "approvedAt"
			from published_figures entry join reporting_period period on period.id = entry.period_id
			where period.kind = 'month' and ${inScope(scopeUnitId)}
			group by period.id order by period.starts_on desc`,
	);
}

/** The newest version of a month, or of all of them. */
export async function newestVersion(
	database: Database,
	scopeUnitId: number,
	period: string | null,
): Promise<Version | null> {
	const [found] = await queryRows<Version & Record<string, unknown>>(
		database,
		sql`select period.code as period, max(entry.number)::float8 as number, ${newestApproval} as "approvedAt"
			from published_figures entry join reporting_period period on period.id = entry.period_id
			where period.kind = 'month' and ${inScope(scopeUnitId)}
				${period === null ? sql`` : sql`and period.code = ${period}`}
			group by period.id order by period.starts_on desc limit 1`,
	);
	return found ?? null;
}

/**
 * One version of a month; null for a number under which nothing of it changed.
 * @throws GoneError where it was taken down.
 */
export async function findVersion(
	database: Database,
	scopeUnitId: number,
	{ period, number }: { period: string; number: number },
): Promise<Version | null> {
	const [found] = await queryRows<{ approvedAt: string | null; isOne: boolean }>(
		database,
		sql`select ${newestApproval} as "approvedAt", coalesce(bool_or(entry.number = ${number}), false) as "isOne"
			from published_figures entry join reporting_period period on period.id = entry.period_id
			where period.code = ${period} and entry.number <= ${number} and ${inScope(scopeUnitId)}`,
	);
	if (!found?.isOne || found.approvedAt === null) return null;
	const takenDown = await readPictureTakenDown(database, { period, number });
	if (takenDown)
		throw new GoneError(
			`Version ${number} of ${period} was taken down on ${takenDown.at}: ${takenDown.reason}.`,
		);
	return { period, number, approvedAt: found.approvedAt };
}

export interface ListedVersion extends Version {
	takenDown: TakenDown | null;
}

/** The newest versions of a month, newest first, those that were taken down among them. */
export function listVersions(
	database: Database,
	scopeUnitId: number,
	period: string,
	limit: number,
): Promise<ListedVersion[]> {
	return queryRows<ListedVersion & Record<string, unknown>>(
		database,
		sql`select ${period}::text as period, entry.number::float8 as number, ${newestApproval} as "approvedAt",
				${pictureTakenDown(sql`period.id`, sql`entry.number`)} as "takenDown"
			from published_figures entry join reporting_period period on period.id = entry.period_id
			where period.code = ${period} and ${inScope(scopeUnitId)}
			group by period.id, entry.number order by entry.number desc limit ${limit}`,
	);
}

/**
 * The units of a version with what was public of each, by code. Nothing but what was recorded at the
 * time goes into it, so it is the same whenever it is asked for.
 */
export function readVersion(
	database: Database,
	scopeUnitId: number,
	{ period, number }: Version,
): Promise<PublishedUnit[]> {
	return queryRows<PublishedUnit>(
		database,
		sql`with newest as (
			select distinct on (entry.unit_id) entry.unit_id, entry.kind, entry.name, entry.figures
			from published_figures entry join reporting_period period on period.id = entry.period_id
			where period.code = ${period} and entry.number <= ${number} and ${inScope(scopeUnitId)}
			order by entry.unit_id, entry.number desc
		)
		select unit.id, unit.code, unit.level, newest.kind, newest.name, coalesce(parent.code, '') as "parentCode",
			unit.valid_from::text as "validFrom", newest.figures
		from newest join admin_unit unit on unit.id = newest.unit_id
		left join admin_unit parent on parent.id = unit.parent_id
		where newest.figures is not null order by unit.code, unit.valid_from`,
	);
}
