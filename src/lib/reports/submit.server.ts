import { writeAudit } from '../accounts/audit.server';
import type { Actor } from '../contracts/accounts';
import type { ReportChannel } from '../contracts/reports';
import { recomputeCoverage } from '../coverage/recompute.server';
import { enterpriseCodes, isCumulative, reportableCodes, totals } from '../indicators/rules.server';
import { appendChanges, lockChanges } from '../server/change-log';
import type { Database } from '../server/db/client';
import { checkReport, toEarlier, type EarlierReport, type ReportProblem } from './checks';
import { readIntakeContext, unitKey } from './intake-context.server';
import {
	checkBasis,
	checkEnterprise,
	checkLock,
	earlierOf,
	fault,
	locate,
	readKnown,
} from './known.server';
import { parseReport, type ParsedReport } from './parse-report';
import { storeRevisions, type AcceptedReport, type StoredReport } from './store.server';

/** What became of one report of a batch: stored as a revision, or refused as a whole. */
export type SubmitResult =
	| { status: 'accepted'; unit: string; period: string; revision: number }
	| { status: 'rejected'; unit: string | null; period: string | null; problems: ReportProblem[] };

export interface Arrival {
	channel: ReportChannel;
	/** The server's clock, which alone decides what is on time. */
	now: Date;
	/** Nothing is stored; what would be accepted is answered with revision 0. */
	onlyCheck?: true;
}

const catalogue = {
	isReportable: (code: string) => reportableCodes.has(code),
	isCumulative,
	totals,
};

/** Another submission of the same report was stored between our checks and our own storing. */
class Overtaken extends Error {}

/**
 * Takes in a batch of reports: all or nothing for each report, never for the batch. Everything that
 * is accepted, its coverage and its change-log entries are stored in one transaction.
 * @param inputs not yet parsed.
 */
export async function submitReports(
	database: Database,
	actor: Actor,
	inputs: readonly unknown[],
	arrival: Arrival,
): Promise<SubmitResult[]> {
	const parsed = inputs.map(parseReport);
	for (let attempt = 1; ; attempt += 1)
		try {
			return await database.transaction((transaction) => take(transaction, actor, parsed, arrival));
		} catch (error) {
			// What overtook us is stored by now: the checks see it and say what it means.
			if (attempt === 3 || !(error instanceof Overtaken || isSentTwice(error))) throw error;
		}
}

async function take(
	transaction: Database,
	actor: Actor,
	parsed: readonly ParsedReport[],
	{ channel, now, onlyCheck }: Arrival,
): Promise<SubmitResult[]> {
	const readable = parsed.flatMap((entry) => (entry.input ? [entry.input] : []));
	const roles = ['reporter', 'administrator'] as const;
	const context = await readIntakeContext(transaction, actor, readable, roles, now);
	const known = await readKnown(transaction, actor.accountId, readable, context, now);

	const seen = new Set<string>();
	const inBatch = new Map<string, EarlierReport>();
	const accepted: AcceptedReport[] = [];
	const results = parsed.map(({ input, problems }): SubmitResult | AcceptedReport => {
		if (!input) return { status: 'rejected', unit: null, period: null, problems };
		const key = unitKey(input.unit, input.period);
		const sent = known.sentBefore.get(input.clientId ?? '');
		if (sent?.unit === input.unit && sent.period === input.period)
			return { status: 'accepted', unit: sent.unit, period: sent.period, revision: sent.revision };
		const found = [
			...(seen.has(key) ? [fault('unit', 'duplicateInBatch', 'reported twice in this batch')] : []),
			...(sent || seen.has(input.clientId ?? '')
				? [fault('clientId', 'clientIdReused', 'this client id is that of another report')]
				: []),
			...locate(input, context),
			...checkEnterprise(input, context, (code) => enterpriseCodes.has(code)),
			...checkLock(input, context, known.latest, now),
			...checkBasis(input, known.latest),
			...checkReport(input, earlierOf(input, known.earlier, inBatch), catalogue),
		];
		seen.add(key);
		if (input.clientId !== undefined) seen.add(input.clientId);
		const unit = context.units.get(key);
		const period = context.periods.get(input.period);
		if (found.length > 0 || !unit || !period)
			return { status: 'rejected', unit: input.unit, period: input.period, problems: found };
		inBatch.set(input.unit, toEarlier(input));
		const { due, returnGraceDays } = unit.terms;
		const isCounted = unit.level !== 'enterprise';
		const report = {
			input,
			unitId: unit.id,
			periodId: period.id,
			due,
			returnGraceDays,
			isCounted,
		};
		accepted.push(report);
		return report;
	});
	if (accepted.length === 0) return results.filter((result) => 'status' in result);
	if (onlyCheck)
		return results.map((result) => ('status' in result ? result : asAccepted(result, 0)));

	const by = { accountId: actor.accountId, channel, receivedAt: now };
	const stored = await storeRevisions(transaction, accepted, by);
	refuseIfOvertaken(accepted, stored);
	const revisionOf = new Map(accepted.map((report, index) => [report, stored[index]?.revision]));
	await writeAudit(transaction, {
		actor,
		action: 'report.submit',
		subject: accepted.map(({ input }) => unitKey(input.unit, input.period)).join(' '),
		details: { channel, revisions: stored.map(({ revision }) => revision) },
	});
	await lockChanges(transaction);
	const counted = accepted.filter(({ isCounted }) => isCounted);
	const payloads = await recomputeCoverage(transaction, counted, ['provisional']);
	if (payloads.length > 0) await appendChanges(transaction, payloads);
	return results.map((result) =>
		'status' in result ? result : asAccepted(result, revisionOf.get(result) ?? 0),
	);
}

function asAccepted({ input: { unit, period } }: AcceptedReport, revision: number): SubmitResult {
	return { status: 'accepted', unit, period, revision };
}

function refuseIfOvertaken(
	accepted: readonly AcceptedReport[],
	stored: readonly StoredReport[],
): void {
	accepted.forEach(({ input: { basedOn } }, index) => {
		if (basedOn !== undefined && stored[index]?.revision !== basedOn + 1) throw new Overtaken();
	});
}

/** The unique key of client ids stood against it: the same entry arrived twice at once. */
function isSentTwice(error: unknown): boolean {
	const cause = error instanceof Error ? (error.cause ?? error) : error;
	return cause instanceof Error && 'code' in cause && cause.code === '23505';
}
