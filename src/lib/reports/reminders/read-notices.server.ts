import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { readDuties } from './duties.server';
import { urgencyAt } from './steps';

/** Enough for one person's units; who watches more opens the status page. */
const mostUnits = 5;

/**
 * What the signed-in person has to be reminded of: those who report of what is due soon or overdue,
 * those who approve of what nobody has sent long after the deadline.
 */
export async function readNotices(database: Database, actor: Actor, now: Date) {
	const unitsOf = (isMine: (role: string) => boolean) => [
		...new Set(actor.grants.filter(({ role }) => isMine(role)).map(({ unitId }) => unitId)),
	];
	const reporting = unitsOf((role) => role === 'reporter').slice(0, mostUnits);
	const above = unitsOf((role) => role === 'approver' || role === 'administrator')
		.filter((unitId) => !reporting.includes(unitId))
		.slice(0, mostUnits);
	const own = await readDuties(
		database,
		reporting,
		now,
		(rules, due) => urgencyAt(rules, due, now) !== 'none',
	);
	const escalated = await readDuties(
		database,
		above,
		now,
		(rules, due) => urgencyAt(rules, due, now) === 'escalated',
	);
	return [...own, ...escalated].map(({ scope, period, due, rules, isOwn, missing, reports }) => ({
		unit: { code: scope.code, kind: scope.kind, name: scope.name, level: scope.level },
		period,
		isOwn,
		due: due.toISOString(),
		urgency: urgencyAt(rules, due, now),
		missing: missing.map(({ code, kind, name }) => ({ code, kind, name })),
		reports,
	}));
}

export type ReportNotice = Awaited<ReturnType<typeof readNotices>>[number];
