import * as v from 'valibot';
import { writeAudit } from '../accounts/audit.server';
import type { Actor } from '../contracts/accounts';
import { recomputeCoverage } from '../coverage/recompute.server';
import { isCumulative, reportableCodes, totals } from '../indicators/rules.server';
import { appendChanges, lockChanges } from '../server/change-log';
import type { Database } from '../server/db/client';
import { checkReport, toEarlier, type EarlierReport, type ReportProblem } from './checks';
import { readEarlierReports } from './earlier-reports.server';
import { readIntakeContext, unitKey, type IntakeContext } from './intake-context.server';
import { ReportInput } from './schemas';
import { storeRevisions, type AcceptedReport } from './store.server';

/** What became of one report of a batch: stored as a revision, or refused as a whole. */
export type SubmitResult =
	| { status: 'accepted'; unit: string; period: string; revision: number }
	| { status: 'rejected'; unit: string | null; period: string | null; problems: ReportProblem[] };

const catalogue = {
	isReportable: (code: string) => reportableCodes.has(code),
	isCumulative,
	totals,
};

/**
 * Takes in a batch of reports: all or nothing for each report, never for the batch. Everything that
 * is accepted, its coverage and its change-log entries are stored in one transaction.
 * @param inputs not yet parsed.
 * @param now the server's clock, which alone decides what is on time.
 */
export async function submitReports(
	database: Database,
	actor: Actor,
	inputs: readonly unknown[],
	{ channel, now }: { channel: 'form' | 'api'; now: Date },
): Promise<SubmitResult[]> {
	return database.transaction(async (transaction) => {
		const parsed = inputs.map(parse);
		const readable = parsed.flatMap((entry) => (entry.input ? [entry.input] : []));
		const context = await readIntakeContext(
			transaction,
			actor,
			readable,
			['reporter', 'administrator'],
			now,
		);
		const earlier = await readEarlier(transaction, readable, context);

		const seen = new Set<string>();
		const inBatch = new Map<string, EarlierReport>();
		const accepted: AcceptedReport[] = [];
		const results = parsed.map(({ input, problems }): SubmitResult | AcceptedReport => {
			if (!input) return { status: 'rejected', unit: null, period: null, problems };
			const key = unitKey(input.unit, input.period);
			const found = [
				...(seen.has(key)
					? [fault('unit', 'duplicateInBatch', 'reported twice in this batch')]
					: []),
				...locate(input, context),
				...checkReport(input, earlierOf(input, earlier, inBatch), catalogue),
			];
			seen.add(key);
			const unit = context.units.get(key);
			const period = context.periods.get(input.period);
			if (found.length > 0 || !unit || !period)
				return { status: 'rejected', unit: input.unit, period: input.period, problems: found };
			inBatch.set(input.unit, toEarlier(input));
			const level = unit.level === 'village' ? 'village' : 'commune';
			const report = {
				input,
				unitId: unit.id,
				periodId: period.id,
				due: new Date(period.due[level]),
			};
			accepted.push(report);
			return report;
		});
		if (accepted.length === 0) return results.filter((result) => 'status' in result);

		const stored = await storeRevisions(transaction, accepted, {
			accountId: actor.accountId,
			channel,
			receivedAt: now,
		});
		const revisionOf = new Map(accepted.map((report, index) => [report, stored[index]?.revision]));
		await writeAudit(transaction, {
			actor,
			action: 'report.submit',
			subject: accepted.map(({ input }) => unitKey(input.unit, input.period)).join(' '),
			details: { channel, revisions: stored.map(({ revision }) => revision) },
		});
		await lockChanges(transaction);
		const payloads = await recomputeCoverage(transaction, accepted, ['provisional']);
		if (payloads.length > 0) await appendChanges(transaction, payloads);
		return results.map((result) => {
			if ('status' in result) return result;
			const { unit, period } = result.input;
			return { status: 'accepted', unit, period, revision: revisionOf.get(result) ?? 0 };
		});
	});
}

function parse(input: unknown): { input?: ReportInput; problems: ReportProblem[] } {
	const result = v.safeParse(ReportInput, input);
	if (result.success) return { input: result.output, problems: [] };
	const problems = result.issues.map((issue) =>
		fault(v.getDotPath(issue) ?? 'report', `schema.${issue.type}`, issue.message),
	);
	return { problems };
}

const fault = (field: string, rule: string, message: string): ReportProblem => ({
	field,
	rule,
	message,
});

/** Whether there is such a unit and period, and whether the actor may report for it. */
function locate({ unit, period }: ReportInput, context: IntakeContext): ReportProblem[] {
	if (!context.periods.has(period))
		return [fault('period', 'periodNotBegun', `${period} has not begun`)];
	const found = context.units.get(unitKey(unit, period));
	if (!found)
		return [fault('unit', 'unknownUnit', `there was no unit ${unit} at the end of ${period}`)];
	if (found.level !== 'village' && found.level !== 'commune')
		return [fault('unit', 'unitDoesNotReport', `${unit} is neither a village nor a commune`)];
	if (!found.granted)
		return [fault('unit', 'notYourUnit', `this account may not report for ${unit}`)];
	return [];
}

async function readEarlier(
	database: Database,
	inputs: readonly ReportInput[],
	context: IntakeContext,
): Promise<Map<string, EarlierReport>> {
	const keys = inputs.flatMap(({ unit, period }) => {
		const unitId = context.units.get(unitKey(unit, period))?.id;
		const periodId = context.periods.get(period)?.id;
		return unitId === undefined || periodId === undefined
			? []
			: [{ unitId, periodId, key: unitKey(unit, period) }];
	});
	const found = await readEarlierReports(database, keys);
	return new Map(
		keys.flatMap(({ unitId, periodId, key }) => {
			const report = found.get(`${unitId}:${periodId}`);
			return report ? [[key, report]] : [];
		}),
	);
}

/** The later one of what the database and this batch hold for the unit before the period. */
function earlierOf(
	{ unit, period }: ReportInput,
	stored: ReadonlyMap<string, EarlierReport>,
	inBatch: ReadonlyMap<string, EarlierReport>,
): EarlierReport | undefined {
	const fromStore = stored.get(unitKey(unit, period));
	const fromBatch = inBatch.get(unit);
	// Month and quarter codes differ in length; only the same kind compares.
	if (!fromBatch || fromBatch.period.length !== period.length || fromBatch.period >= period)
		return fromStore;
	return fromStore && fromStore.period > fromBatch.period ? fromStore : fromBatch;
}
