import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import type { ReportProblem } from '../intake/checks';
import { reportFromForm, type Entered } from '../form/form';
import { submitReports } from '../intake/submit.server';
import { ownCodes } from './own-figures.server';
import { readRollUp } from './read-roll-up.server';
import { codesOf, corrections } from './sum';

export type RollUpResult = { revision: number } | { problems: ReportProblem[] };

/**
 * Submits a commune's report made from its villages' reports and what only it is asked for, and keeps of which revisions. Refused
 * when a village's report has changed since the form was opened, a sum was corrected without a word,
 * or villages are missing from it that weren't seen to be missing.
 * @param entered the form's fields, with `basis` as `readRollUp` gave it and, of an incomplete sum,
 * `confirmIncomplete`: the codes of the missing villages, as `codesOf` writes them.
 * @throws NotFoundError, ForbiddenError
 */
export async function submitRollUp(
	database: Database,
	actor: Actor,
	codes: { unit: string; period: string },
	entered: Entered,
	now: Date,
): Promise<RollUpResult> {
	return database.transaction(async (transaction) => {
		const { report, sum, basis, missing } = await readRollUp(transaction, actor, codes, now);
		if (basis === '') return refuse('report', 'rollUpOfNothing', 'no village has reported');
		if (entered['basis'] !== basis)
			return refuse('report', 'rollUpChanged', 'a village has reported since');
		if ((entered['confirmIncomplete'] ?? '') !== codesOf(missing))
			return refuse(
				'confirmIncomplete',
				'rollUpIncomplete',
				`the sum lacks ${codesOf(missing)}: confirm that it is incomplete`,
			);
		const corrected = corrections(sum.entered, entered);
		if (corrected.length > 0 && (entered['reason'] ?? '').trim().length < 5)
			return {
				problems: corrected.map((field) =>
					problem(field, 'correctionNeedsReason', 'differs from the sum: give a reason'),
				),
			};
		const own = await ownCodes(transaction, report, sum.indicators);
		const about = { ...codes, indicators: [...sum.indicators, ...own] };
		const [result] = await submitReports(transaction, actor, [reportFromForm(entered, about)], {
			channel: 'form',
			now,
		});
		if (result?.status !== 'accepted') return { problems: result?.problems ?? [] };
		const sources = basis.split(' ').map((pair) => {
			const [reportId, revision] = pair.split(':').map(Number);
			return { reportId, revision };
		});
		await transaction.execute(
			sql`insert into roll_up_source (report_id, revision, source_report_id, source_revision)
				select report.id, ${result.revision}, source."reportId", source.revision
				from report
				join reporting_period period on period.id = report.period_id and period.code = ${codes.period}
				cross join jsonb_to_recordset(${JSON.stringify(sources)}::jsonb)
					as source ("reportId" int, revision int)
				where report.unit_id = ${report.unit.id}`,
		);
		return { revision: result.revision };
	});
}

const problem = (field: string, rule: string, message: string): ReportProblem => ({
	field,
	rule,
	message,
});
const refuse = (field: string, rule: string, message: string): RollUpResult => ({
	problems: [problem(field, rule, message)],
});
