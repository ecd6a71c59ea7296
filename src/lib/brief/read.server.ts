import { mayActOn } from '../accounts/access/may-act-on.server';
import { leadingBasis } from '../contracts/coverage';
import type { Actor } from '../contracts/accounts';
import type { Unit } from '../contracts/admin-units';
import { addMonths, localDay } from '../contracts/local-time';
import type { Period } from '../contracts/reports';
import { elapsedMonths, listTargets, type ListedTarget } from '../indicators/targets/list.server';
import { countWaiting } from '../practices/read.server';
import { readRanking } from '../ranking/read.server';
import { latestDuePeriod, periodByCode } from '../reports/periods/periods.server';
import { countQueue } from '../reports/review/read-queue.server';
import type { Database } from '../server/db/client';
import { readDeadlines, readOverdue, type Deadline } from './deadlines.server';
import { readHeadline, type Headline } from './headline.server';
import { moversOf, overdueOf, type BriefUnit, type Movers, type Overdue } from './pick';
import { readOpenRequests, type OpenRequests } from './requests.server';

/** What is counted below a unit: communes, or the villages of one commune; nothing below a village. */
export type BelowLevel = 'commune' | 'village' | null;

export interface Brief {
	unit: Unit;
	period: Period;
	level: BelowLevel;
	headline: Headline;
	movers: Movers;
	overdue: Overdue;
	targets: ListedTarget[];
	/** Where the targets count up to; null before the first deadline of the year. */
	targetsUntil: string | null;
	requests: OpenRequests;
	/** What is asked of whoever reads. */
	asked: {
		/** Reports of the unit itself that are overdue, newest first, and deadlines that lie ahead, nearest first. */
		overdue: Deadline[];
		deadlines: Deadline[];
		/** Whether the reader may open the unit's reports. */
		opensReports: boolean;
		approvals: number;
		practices: number;
	};
	/** ISO instant at which the numbers were read. */
	at: string;
}

const mostMovers = 4;

/**
 * One page about a unit and a month, drawn from the numbers of this moment. The caller has made sure
 * that the actor may look at the unit.
 */
export async function readBrief(
	database: Database,
	actor: Actor,
	unit: Unit,
	{ month, now }: { month: string | null; now: Date },
): Promise<Brief> {
	const latest = await latestDuePeriod(database, now, unit.id);
	const period = month === null ? latest : await periodByCode(database, month, unit.id);
	const previous = await periodByCode(database, addMonths(period.code, -1), unit.id);
	const level = unit.level === 'village' ? null : unit.level === 'commune' ? 'village' : 'commune';
	const units =
		level === null ? [] : await readUnits(database, actor, { unit, level, period, now });
	const year = Number(period.code.slice(0, 4));
	const until = period.code < latest.code ? period.code : latest.code;
	const elapsed = elapsedMonths(year, until);
	const targetYear = { year, elapsed, day: localDay(now) };
	return {
		...{ unit, period, level },
		headline: await readHeadline(
			database,
			unit,
			units.map(({ unitId }) => unitId),
			{ period, previous },
		),
		movers: moversOf(units, mostMovers),
		overdue: overdueOf(units),
		targets: (await listTargets(database, unit, targetYear)).filter(
			({ target }) => target !== null,
		),
		targetsUntil: elapsed === 0 ? null : `${year}-${String(elapsed).padStart(2, '0')}`,
		requests: await readOpenRequests(database, unit.id, now),
		asked: {
			overdue: await readOverdue(database, unit, now),
			deadlines: await readDeadlines(database, unit, now),
			opensReports: await mayActOn(database, actor, ['reporter', 'approver'], unit.id),
			approvals: await countQueue(database, actor, now),
			practices: await countWaiting(database, actor),
		},
		at: now.toISOString(),
	};
}

interface UnitsQuestion {
	unit: Unit;
	level: 'commune' | 'village';
	period: Period;
	now: Date;
}

async function readUnits(
	database: Database,
	actor: Actor,
	{ unit, level, period, now }: UnitsQuestion,
): Promise<BriefUnit[]> {
	const { entries } = await readRanking(database, {
		...{ scope: unit, level, period, actor, now },
		basis: leadingBasis,
	});
	return entries.map(
		({ unitId, kind, name, within, commune, reading, monthGrowth, timeliness }) => ({
			...{ unitId, kind, name, within, timeliness },
			commune: level === 'village' ? null : commune,
			share: reading.kind === 'share' ? reading.share : null,
			growth: monthGrowth,
		}),
	);
}
