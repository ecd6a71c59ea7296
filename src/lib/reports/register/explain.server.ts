import * as v from 'valibot';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import { localDay } from '../../contracts/local-time';
import { readRegisterLimits } from '../../coverage/register-limits.server';
import { appendChanges, lockChanges } from '../../server/change-log';
import type { Database } from '../../server/db/client';
import { registerExplanation } from '../../server/db/schema';
import { ForbiddenError, InvalidError } from '../../server/errors';
import { mayExplain } from './may-explain.server';

const ExplanationInput = v.object({
	households: v.pipe(
		v.string(),
		v.transform((text) => text.replace(/[.\s\u00a0]/gu, '')),
		v.regex(/^\d{1,9}$/, 'must be a whole number'),
		v.transform(Number),
	),
	reason: v.pipe(v.string(), v.trim(), v.minLength(5), v.maxLength(500)),
});

/**
 * Says why a unit has more households than its register, and up to how many its reports are taken in.
 * Screens take a new snapshot, since places may change.
 * @throws InvalidError naming the field, ForbiddenError
 */
export async function explainRegister(
	database: Database,
	actor: Actor,
	unitId: number,
	given: Record<string, string>,
	now: Date,
): Promise<void> {
	const parsed = v.safeParse(ExplanationInput, given);
	if (!parsed.success)
		throw new InvalidError(
			parsed.issues.map((issue) => {
				const field = v.getDotPath(issue) ?? 'form';
				return { field, rule: field, message: issue.message };
			}),
		);
	const { households, reason } = parsed.output;
	await database.transaction(async (transaction) => {
		if (!(await mayExplain(transaction, actor, unitId)))
			throw new ForbiddenError('Administrators of the level above explain a register.');
		const today = localDay(now);
		const limits = await readRegisterLimits(transaction, [unitId], {
			startsOn: today,
			endsOn: today,
		});
		const register = limits.get(unitId)?.register;
		if (register === undefined)
			throw refusal('form', 'noRegister', 'the register of the unit is not complete');
		if (households <= register)
			throw refusal('households', 'households', `must be above the ${register} of the register`);
		await transaction
			.insert(registerExplanation)
			.values({ unitId, households, reason, createdBy: actor.accountId, createdAt: now });
		await writeAudit(transaction, {
			actor,
			action: 'register.explain',
			subject: `unit:${unitId}`,
			details: { register, households, reason },
		});
		await lockChanges(transaction);
		await appendChanges(transaction, [{ type: 'structure' }]);
	});
}

const refusal = (field: string, rule: string, message: string) =>
	new InvalidError([{ field, rule, message }]);
