import { and, asc, eq, inArray } from 'drizzle-orm';
import { mayActOn } from '../accounts/may-act-on.server';
import { unitByCode, unitColumns, validOn } from '../admin-units/home.server';
import type { Actor } from '../contracts/accounts';
import { unitLevels, type Unit } from '../contracts/admin-units';
import { localDay } from '../contracts/local-time';
import type { Period } from '../contracts/reports';
import { searchKey } from '../contracts/search-key';
import type { Database } from '../server/db/client';
import { adminUnit } from '../server/db/schema';
import { ForbiddenError, NotFoundError } from '../server/errors';
import { readLine } from './deadline-versions.server';
import { latestDuePeriod, listPeriods, periodByCode } from './periods.server';
import {
	addCounts,
	filterStandings,
	type Counts,
	type Standing,
	type StandingFilter,
} from './standing';
import { readStandings } from './standing.server';
import { readTerms, termsOf } from './terms.server';

export interface StatusRequest {
	/** Code of the unit to look into; undefined: the widest one that the actor has a role on. */
	unit: string | undefined;
	/** Code of the period; undefined: the newest month that is due. */
	period: string | undefined;
	/** As it looked then; undefined: now. */
	at: Date | undefined;
	search: string;
	filter: StandingFilter;
	now: Date;
}

export interface Status {
	scope: Unit;
	/** Right above, where the actor may look too. */
	above: Unit | null;
	period: Period;
	periods: Period[];
	at: Date;
	cutOffOn: string | null;
	/** Of everything below the unit, whatever is searched for. */
	total: Counts;
	lines: Standing[];
	/** Units from which something is missing, for a reminder. */
	missing: Pick<Standing, 'code' | 'kind' | 'name'>[];
}

/**
 * How reporting stands below a unit, at any moment. Null for an account without any unit.
 * @throws NotFoundError, ForbiddenError
 */
export async function readStatus(
	database: Database,
	actor: Actor,
	{ now, search, filter, ...asked }: StatusRequest,
): Promise<Status | null> {
	const today = localDay(now);
	const known = asked.period ? await periodByCode(database, asked.period) : null;
	const day = known && known.endsOn < today ? known.endsOn : today;
	const scope = asked.unit
		? await unitByCode(database, asked.unit, day)
		: await widestUnit(database, actor, day);
	if (!scope) {
		if (asked.unit) throw new NotFoundError(`There is no unit ${asked.unit} on ${day}.`);
		return null;
	}
	if (!(await mayActOn(database, actor, ['viewer'], scope.id)))
		throw new ForbiddenError('This account may not look into that unit.');
	const period = known
		? await periodByCode(database, known.code, scope.id)
		: await latestDuePeriod(database, now, scope.id);
	const at = asked.at && asked.at < now ? asked.at : now;
	const standings = await readStandings(database, scope, period, at);
	const key = searchKey(search);
	const found = standings.filter(
		({ name, code }) => searchKey(name).includes(key) || code.startsWith(search.trim()),
	);
	const path = await readLine(database, scope.id);
	return {
		scope,
		above: await readAbove(database, actor, scope),
		period,
		periods: await listPeriods(database, now, scope.id),
		at,
		cutOffOn: termsOf(await readTerms(database, [period], now), period, 'commune', path).cutOffOn,
		total: addCounts(standings.map(({ counts }) => counts)),
		lines: filterStandings(found, filter),
		missing: standings
			.filter(({ counts }) => counts.missing + counts.pending > 0)
			.map(({ code, kind, name }) => ({ code, kind, name })),
	};
}

/** The highest unit on which the actor has a role. */
async function widestUnit(
	database: Database,
	actor: Actor,
	day: string,
): Promise<Unit | undefined> {
	const ids = actor.grants.map(({ unitId }) => unitId);
	const units = await database
		.select(unitColumns)
		.from(adminUnit)
		.where(and(inArray(adminUnit.id, ids), validOn(day)))
		.orderBy(asc(adminUnit.code));
	const rank = ({ level }: Unit) => unitLevels.indexOf(level);
	return units.sort((a, b) => rank(a) - rank(b))[0];
}

async function readAbove(
	database: Database,
	actor: Actor,
	{ parentId }: Unit,
): Promise<Unit | null> {
	if (parentId === null || !(await mayActOn(database, actor, ['viewer'], parentId))) return null;
	const [above] = await database
		.select(unitColumns)
		.from(adminUnit)
		.where(eq(adminUnit.id, parentId));
	return above ?? null;
}
