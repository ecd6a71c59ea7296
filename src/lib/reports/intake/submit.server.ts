import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import { hasHouseholds, type ReportChannel } from '../../contracts/reports';
import { recomputeCoverage } from '../../coverage/recompute.server';
import { codesTakenBy, isCumulative, reportableCodes, totals } from '../../indicators/rules.server';
import { appendChanges, lockChanges } from '../../server/change-log';
import type { Database } from '../../server/db/client';
import { inTurns } from '../../server/in-turns';
import { checkReport, toEarlier, type EarlierReport, type ReportProblem } from './checks';
import { forgetPeriods } from '../periods/periods.server';
import { readIntakeContext, unitKey } from './intake-context.server';
import {
	byPeriod,
	checkBasis,
	checkAsked,
	checkLock,
	checkPlace,
	earlierOf,
	fault,
} from './context-checks.server';
import { readLimits } from './read-limits.server';
import { readStoredReports } from './stored-reports.server';
import { parseReport, type ParsedReport } from './parse-report';
import type { SentRevision } from './sent-before.server';
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
	const parsed = await inTurns(inputs, parseReport);
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
	const storedReports = await readStoredReports(
		transaction,
		actor.accountId,
		readable,
		context,
		now,
	);

	const limits = await readLimits(transaction, readable, context);
	const repeated = repeatedIn(parsed, storedReports.sentBefore);
	const inBatch = new Map<string, EarlierReport[]>();
	const check = (
		{ input, problems }: ParsedReport,
		index: number,
	): SubmitResult | AcceptedReport => {
		if (!input) return { status: 'rejected', unit: null, period: null, problems };
		const key = unitKey(input.unit, input.period);
		const sent = storedReports.sentBefore.get(input.clientId ?? '');
		if (sent?.unit === input.unit && sent.period === input.period)
			return { status: 'accepted', unit: sent.unit, period: sent.period, revision: sent.revision };
		const found = [
			...(repeated[index] ?? []),
			...checkPlace(input, context),
			...checkAsked(input, context, codesTakenBy),
			...checkLock(input, context, storedReports.latest, now),
			...checkBasis(input, storedReports.latest),
			...checkReport(
				input,
				earlierOf(input, storedReports.earlier, inBatch.get(input.unit) ?? []),
				catalogue,
				limits.get(key),
			),
		];
		const unit = context.units.get(key);
		const period = context.periods.get(input.period);
		if (found.length > 0 || !unit || !period)
			return { status: 'rejected', unit: input.unit, period: input.period, problems: found };
		inBatch.set(input.unit, [...(inBatch.get(input.unit) ?? []), toEarlier(input)]);
		const { due, returnGraceDays } = unit.terms;
		const isCounted = hasHouseholds(unit.level);
		return {
			input,
			unitId: unit.id,
			periodId: period.id,
			due,
			returnGraceDays,
			isCounted,
		};
	};
	const checked = new Map<ParsedReport, SubmitResult | AcceptedReport>();
	await inTurns(byPeriod(parsed.map(({ input }) => input)), (index) => {
		const entry = parsed[index];
		if (entry) checked.set(entry, check(entry, index));
	});
	const results = parsed.flatMap((entry) => checked.get(entry) ?? []);
	const accepted = results.flatMap((result) => ('status' in result ? [] : [result]));
	// A preview compares what would be accepted with the months before, and so needs its own.
	const reported = new Set(accepted.map(({ input }) => input.period));
	await forgetPeriods(
		transaction,
		context.unmade.filter((code) => !reported.has(code)),
	);
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
		subject: accepted.map(({ input }) => unitKey(input.unit, input.period)),
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

/** What is wrong with reports that repeat one further up in the batch, or a client id. */
function repeatedIn(
	parsed: readonly ParsedReport[],
	sentBefore: ReadonlyMap<string, SentRevision>,
): ReportProblem[][] {
	const seen = new Set<string>();
	return parsed.map(({ input }) => {
		if (!input) return [];
		const key = unitKey(input.unit, input.period);
		const clientId = input.clientId ?? '';
		const sent = sentBefore.get(clientId);
		if (sent?.unit === input.unit && sent.period === input.period) return [];
		const found = [
			...(seen.has(key) ? [fault('unit', 'duplicateInBatch', 'reported twice in this batch')] : []),
			...(sent || seen.has(clientId)
				? [fault('clientId', 'clientIdReused', 'this client id is that of another report')]
				: []),
		];
		seen.add(key);
		if (clientId) seen.add(clientId);
		return found;
	});
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
