import { sql } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor, RoleGrant } from '../../contracts/accounts';
import type { UnitLevel } from '../../contracts/admin-units';
import { hasHouseholds } from '../../contracts/reports';
import { recomputeCoverage } from '../../coverage/recompute.server';
import { appendChanges, lockChanges } from '../../server/change-log';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { readIntakeContext, unitKey } from '../intake/intake-context.server';
import { forgetPeriods } from '../periods/periods.server';
import type { Decision } from '../schemas';
import { isFromHandsOf } from './separation.server';
import { instant } from '../../server/db/instant';
import { markCorrections } from './mark-corrections';

/** Why a decision was not taken; nothing was changed for that report. */
export type DecisionRefusal =
	| 'unknownReport'
	| 'notYourUnit'
	| 'ownReport'
	| 'ownLink'
	| 'newerRevision'
	| 'alreadyDecided';

export type DecisionRequest = Omit<Decision, 'cause'> &
	Partial<Pick<Decision, 'cause'>> & { unit: string; period: string };
export type DecisionResult =
	| { status: 'done'; unit: string; period: string }
	| { status: 'refused'; unit: string; period: string; reason: DecisionRefusal };

interface WaitingRow extends Record<string, unknown> {
	reportId: number;
	unitId: number;
	periodId: number;
	latestRevision: number;
	/** Another revision was approved before. */
	replaces: boolean;
	state: string;
	submittedBy: number;
	/** Which of those who would decide may have been behind it. */
	fromHandsOf: number[];
	level: UnitLevel;
}

interface Decided {
	row: WaitingRow;
	request: DecisionRequest;
	/** Whose role was used, where it isn't the decider's own. */
	onBehalfOf: number | null;
}

/**
 * Approves or returns the newest revisions of reports, each by itself: a refusal of one changes
 * nothing for the others. Who entered a revision, or could have by a credential that they knew,
 * doesn't decide on it.
 */
export async function decideReports(
	database: Database,
	actor: Actor,
	requests: readonly DecisionRequest[],
	now: Date,
): Promise<DecisionResult[]> {
	return database.transaction(async (transaction) => {
		const roles = ['approver', 'administrator'] as const;
		const context = await readIntakeContext(transaction, actor, requests, roles, now);
		await forgetPeriods(transaction, context.unmade);
		const waiting = await lockReports(
			transaction,
			requests.flatMap(({ unit, period }) => {
				const unitId = context.units.get(unitKey(unit, period))?.id;
				const periodId = context.periods.get(period)?.id;
				return unitId === undefined || periodId === undefined ? [] : [{ unitId, periodId }];
			}),
			{ deciders: decidersOf(actor), now },
		);
		const decided = new Map<number, Decided>();
		const results = requests.map((request): DecisionResult => {
			const { unit, period } = request;
			const found = context.units.get(unitKey(unit, period));
			const periodId = context.periods.get(period)?.id;
			const row = found && waiting.get(`${found.id}:${periodId}`);
			const reason = found ? refusal(request, row, found.granted, actor) : 'unknownReport';
			if (reason !== undefined || !found || !row || decided.has(row.reportId))
				return { status: 'refused', unit, period, reason: reason ?? 'alreadyDecided' };
			const onBehalfOf = found.granted?.onBehalfOf ?? null;
			decided.set(row.reportId, { row, request, onBehalfOf });
			return { status: 'done', unit, period };
		});
		if (decided.size > 0) await store(transaction, actor, [...decided.values()], now);
		return results;
	});
}

/**
 * Takes the rows in one fixed order, so that decisions and submissions never wait in a circle. Only a
 * row that is locked is read as it has become while one waited for it: so the revision is, too.
 */
async function lockReports(
	transaction: Database,
	keys: readonly { unitId: number; periodId: number }[],
	{ deciders, now }: { deciders: readonly number[]; now: Date },
): Promise<Map<string, WaitingRow>> {
	const decider = sql`decider.id`;
	const rows = await queryRows<WaitingRow>(
		transaction,
		sql`select report.id as "reportId", report.unit_id as "unitId", report.period_id as "periodId",
				report.latest_revision as "latestRevision", report.approved_revision is not null as replaces, revision.state, revision.submitted_by as "submittedBy",
				to_jsonb(array(select decider.id from account decider
					where decider.id in ${deciders} and ${isFromHandsOf(decider, now)})) as "fromHandsOf", unit.level
			from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as key ("unitId" int, "periodId" int)
			join report on report.unit_id = key."unitId" and report.period_id = key."periodId"
			join admin_unit unit on unit.id = report.unit_id
			join report_revision revision
				on revision.report_id = report.id and revision.revision = report.latest_revision
			order by report.unit_id, report.period_id
			for update of report, revision`,
	);
	return new Map(rows.map((row) => [`${row.unitId}:${row.periodId}`, row]));
}

function refusal(
	request: DecisionRequest,
	row: WaitingRow | undefined,
	granted: RoleGrant | undefined,
	actor: Actor,
): DecisionRefusal | undefined {
	// Units are public, whether one has reported is not: that is told to nobody else.
	if (!granted) return 'notYourUnit';
	if (!row) return 'unknownReport';
	if (row.latestRevision !== request.revision) return 'newerRevision';
	if (row.state !== 'submitted') return 'alreadyDecided';
	const deciders = decidersOf({ accountId: actor.accountId, grants: [granted] });
	if (deciders.includes(row.submittedBy)) return 'ownReport';
	return deciders.some((id) => row.fromHandsOf.includes(id)) ? 'ownLink' : undefined;
}

/** Whoever decides, and those in whose place. */
const decidersOf = ({ accountId, grants }: Pick<Actor, 'accountId' | 'grants'>): number[] => [
	accountId,
	...grants.flatMap(({ onBehalfOf }) => onBehalfOf ?? []),
];

async function store(
	transaction: Database,
	actor: Actor,
	decided: readonly Decided[],
	now: Date,
): Promise<void> {
	const rows = decided.map(({ row, request, onBehalfOf }) => ({
		reportId: row.reportId,
		revision: row.latestRevision,
		state: request.decision === 'approve' ? 'approved' : 'returned',
		comment: request.comment,
		onBehalfOf,
	}));
	await transaction.execute(
		sql`update report_revision revision
			set state = row.state, decided_by = ${actor.accountId}, decided_at = ${instant(now)}, comment = row.comment,
				on_behalf_of = row."onBehalfOf"
			from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
				as row ("reportId" int, revision int, state text, comment text, "onBehalfOf" int)
			where revision.report_id = row."reportId" and revision.revision = row.revision`,
	);
	await transaction.execute(
		sql`update report set
				approved_revision = (select max(revision) from report_revision
					where report_id = report.id and state = 'approved'),
				provisional_revision = (select max(revision) from report_revision
					where report_id = report.id and state <> 'returned')
			where id in ${idList(rows.map(({ reportId }) => reportId))}`,
	);
	for (const decision of ['approve', 'return'] as const) {
		const ofKind = decided.filter(({ request }) => request.decision === decision);
		if (ofKind.length === 0) continue;
		const deputising = [...new Set(ofKind.flatMap(({ onBehalfOf }) => onBehalfOf ?? []))];
		await writeAudit(transaction, {
			actor,
			action: `report.${decision}`,
			subject: ofKind.map(({ request }) => unitKey(request.unit, request.period)),
			details: {
				revisions: ofKind.map(({ request }) => request.revision),
				...(deputising.length > 0 ? { onBehalfOf: deputising } : {}),
			},
		});
	}
	await lockChanges(transaction);
	const keys = decided.flatMap(({ row: { unitId, periodId, level } }) =>
		hasHouseholds(level) ? [{ unitId, periodId }] : [],
	);
	const payloads = await recomputeCoverage(transaction, keys, ['approved', 'provisional']);
	if (payloads.length === 0) return;
	const corrected = new Map(
		decided.flatMap(({ row, request: { decision, cause = 'unstated' } }) =>
			row.replaces && decision === 'approve' ? [[row.unitId, cause] as const] : [],
		),
	);
	await appendChanges(transaction, markCorrections(payloads, corrected));
}
