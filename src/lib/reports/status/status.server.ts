import { and, asc, eq } from 'drizzle-orm';
import { mayActOn } from '../../accounts/access/may-act-on.server';
import { unitByCode, unitColumns, validOn } from '../../admin-units/home.server';
import type { Actor } from '../../contracts/accounts';
import { unitLevels, type Unit } from '../../contracts/admin-units';
import { localDay } from '../../contracts/local-time';
import type { Period, Timeliness } from '../../contracts/reports';
import { dueAt } from '../../contracts/timeliness';
import { searchKey } from '../../contracts/text/search-key';
import { among } from '../../server/db/among';
import type { Database } from '../../server/db/client';
import { adminUnit } from '../../server/db/schema';
import { ForbiddenError, NotFoundError } from '../../server/errors';
import { readLine } from '../periods/deadline-versions.server';
import { latestDuePeriod, listPeriods, periodByCode } from '../periods/periods.server';
import {
	addCounts,
	filterStandings,
	hasNoneBelow,
	isIncomplete,
	type Counts,
	type Standing,
	type StandingFilter,
} from './standing';
import { readOwnStanding, readStandings, readStandingsOf } from './standing.server';
import { readTerms, termsOf } from '../periods/terms.server';

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
	/** Of everything below the unit, or of itself where nothing ever is, whatever is searched for. */
	total: Counts;
	/** Of the unit's own report; null where it has none beside those below it. */
	own: { timeliness: Timeliness; receivedAt: string | null; due: string } | null;
	lines: Standing[];
	/** How many lines there are, whatever is searched for. */
	all: number;
	/** Units from which something is missing, for a reminder. */
	missing: Pick<Standing, 'code' | 'kind' | 'name'>[];
}

/**
 * How reporting stands below a unit, at any moment; of a village or a body, how it stands itself. Null for an account without any unit.
 * @throws NotFoundError, ForbiddenError
 */
export async function readStatus(
	database: Database,
	actor: Actor,
	{ now, search, filter, ...asked }: StatusRequest,
): Promise<Status | null> {
	const today = localDay(now);
	const askedPeriod = asked.period ? await periodByCode(database, asked.period, null) : null;
	const day = askedPeriod && askedPeriod.endsOn < today ? askedPeriod.endsOn : today;
	const scope = asked.unit
		? await unitByCode(database, asked.unit, day)
		: await widestUnit(database, actor, day);
	if (!scope) {
		if (asked.unit) throw new NotFoundError(`There is no unit ${asked.unit} on ${day}.`);
		return null;
	}
	if (!(await mayActOn(database, actor, ['viewer'], scope.id)))
		throw new ForbiddenError('This account may not look into that unit.');
	const period = askedPeriod
		? await periodByCode(database, askedPeriod.code, scope.id)
		: await latestDuePeriod(database, now, scope.id);
	const at = asked.at && asked.at < now ? asked.at : now;
	const standings = hasNoneBelow(scope)
		? await readStandingsOf(database, [scope.id], period, at)
		: await readStandings(database, scope, period, at);
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
		own: await readOwn(database, scope, period, at),
		lines: filterStandings(found, filter),
		all: standings.length,
		missing: standings.filter(isIncomplete).map(({ code, kind, name }) => ({ code, kind, name })),
	};
}

async function readOwn(
	database: Database,
	scope: Unit,
	period: Period,
	at: Date,
): Promise<Status['own']> {
	if (scope.level !== 'district' && scope.level !== 'province') return null;
	const standing = await readOwnStanding(database, scope, period, at);
	if (!standing?.own || standing.own === 'notRequired') return null;
	const { own, ownReceivedAt } = standing;
	const due = dueAt(period, scope.level).toISOString();
	return { timeliness: own, receivedAt: ownReceivedAt, due };
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
		.where(and(among(adminUnit.id, ids), validOn(day)))
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
