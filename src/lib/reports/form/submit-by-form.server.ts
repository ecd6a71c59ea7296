import type { Actor } from '../../contracts/accounts';
import { reportableCodes } from '../../indicators/rules.server';
import type { Database } from '../../server/db/client';
import type { ReportProblem } from '../intake/checks';
import { submitReports } from '../intake/submit.server';
import { derivedOf } from '../derived/read-derived.server';
import { corrections } from '../roll-up/sum';
import { reportFromForm, type Entered } from './form';

export type FormReceipt =
	| { ok: true; received: { at: string; revision: number } }
	| { ok: false; problems: ReportProblem[] };

/**
 * Submits the report of one page, as its form has it. Figures of a longer period that differ from what
 * its months say need a reason.
 */
export async function submitByForm(
	database: Database,
	actor: Actor,
	report: { unit: string; period: string },
	entered: Entered,
	now: Date,
): Promise<FormReceipt> {
	const derived = await derivedOf(database, report);
	const corrected = corrections(derived?.entered ?? {}, entered);
	if (corrected.length > 0 && (entered['reason'] ?? '').trim().length < 5)
		return {
			ok: false,
			problems: corrected.map((field) => ({
				...{ field, rule: 'differsFromMonths' },
				message: 'differs from what its months say: give a reason',
			})),
		};
	const input = reportFromForm(entered, { ...report, indicators: [...reportableCodes] });
	const [result] = await submitReports(database, actor, [input], { channel: 'form', now });
	return result?.status === 'accepted'
		? { ok: true, received: { at: now.toISOString(), revision: result.revision } }
		: { ok: false, problems: result?.problems ?? [] };
}
