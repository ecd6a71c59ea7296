import * as v from 'valibot';
import type { Actor } from '../../contracts/accounts';
import { correctionCauses } from '../../contracts/publication';
import type { Database } from '../../server/db/client';
import { isExplained, largestBatch } from '../schemas';
import { decideReports, type DecisionRefusal } from './decide.server';

const Decided = v.object({
	decision: v.picklist(['approve', 'return']),
	comment: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(1000)), ''),
	revision: v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/), v.toNumber()),
	cause: v.optional(v.picklist(correctionCauses), 'unstated'),
});

/** `code@period@revision`: what the box beside a waiting report says. */
const Chosen = v.pipe(
	v.string(),
	v.regex(/^[^@]+@[^@]+@[1-9]\d{0,8}$/),
	v.transform((text) => {
		const [unit = '', period = '', revision] = text.split('@');
		return { unit, period, revision: Number(revision) };
	}),
);

export type FormDecision =
	| { ok: true; decided: 'approve' | 'return' }
	| { ok: false; refused: DecisionRefusal | 'comment'; comment: string };

/** Decides on the report of one page, as its form asks for. */
export async function decideByForm(
	database: Database,
	actor: Actor,
	report: { unit: string; period: string },
	entered: Record<string, string>,
	now: Date,
): Promise<FormDecision> {
	const { output, success } = v.safeParse(Decided, entered);
	const typed = entered['comment'] ?? '';
	if (!success) return { ok: false, refused: 'unknownReport', comment: typed };
	const { decision, comment } = output;
	if (!isExplained(output)) return { ok: false, refused: 'comment', comment };
	const [result] = await decideReports(database, actor, [{ ...report, ...output }], now);
	return result?.status === 'done'
		? { ok: true, decided: decision }
		: { ok: false, refused: result?.reason ?? 'unknownReport', comment };
}

/** Approves what was ticked in the queue; what isn't in its words is nothing that was ticked. */
export async function approveChosen(
	database: Database,
	actor: Actor,
	ticked: readonly string[],
	now: Date,
): Promise<{ approved: number; refused: number }> {
	const chosen = ticked.slice(0, largestBatch).flatMap((value) => {
		const { output, success } = v.safeParse(Chosen, value);
		return success ? [{ ...output, decision: 'approve' as const, comment: '' }] : [];
	});
	const results = await decideReports(database, actor, chosen, now);
	const approved = results.filter(({ status }) => status === 'done').length;
	return { approved, refused: results.length - approved };
}
