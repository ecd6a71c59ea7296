import { writeAudit } from '../accounts/audit/audit.server';
import { readLevelsBelow } from '../admin-units/structure/levels-below.server';
import type { Actor } from '../contracts/accounts';
import { localDay } from '../contracts/local-time';
import type { Database } from '../server/db/client';
import { inquiry, inquiryVersion } from '../server/db/schema';
import { ForbiddenError, InvalidError } from '../server/errors';
import { parse } from '../server/parse';
import { actsFor, recordChange } from './keeper.server';
import { NewInquiry } from './schemas';
import { templateQuestions } from './templates';

/**
 * Begins an inquiry with the questions of a template; nobody is asked before it is sent.
 * @returns its id.
 * @throws InvalidError when no unit of the level lies below; ForbiddenError.
 */
export async function drawUpInquiry(
	database: Database,
	actor: Actor,
	input: unknown,
	now: Date,
): Promise<number> {
	const { template, level, ...fields } = parse(NewInquiry, input);
	return database.transaction(async (transaction) => {
		if (!(await actsFor(transaction, actor, fields.unitId)))
			throw new ForbiddenError('This account asks nothing in the name of that unit.');
		await requireLevel(transaction, fields.unitId, level, localDay(now));
		const [drawnUp] = await transaction
			.insert(inquiry)
			.values({
				...fields,
				audience: { level, unitIds: [] },
				...{ drawnUpBy: actor.accountId, drawnUpAt: now },
			})
			.returning({ id: inquiry.id });
		if (!drawnUp) throw new Error('An insert returns its row.');
		const inquiryId = drawnUp.id;
		await transaction.insert(inquiryVersion).values({
			...{ inquiryId, version: 1 },
			questions: templateQuestions[template].map((question, index) => ({
				...question,
				key: `q${index + 1}`,
			})),
		});
		await recordChange(transaction, actor, { inquiryId, change: 'drawnUp', at: now });
		await writeAudit(transaction, {
			...{ actor, action: 'inquiry.drawUp', subject: `inquiry:${inquiryId}` },
			details: { unitId: fields.unitId, template },
		});
		return inquiryId;
	});
}

/** @throws InvalidError when no unit of the level lies below. */
export async function requireLevel(
	database: Database,
	unitId: number,
	level: string,
	day: string,
): Promise<void> {
	const levels: readonly string[] = await readLevelsBelow(database, unitId, day);
	if (!levels.includes(level))
		throw new InvalidError([
			{ field: 'level', rule: 'noSuchUnits', message: 'no unit of that level lies below' },
		]);
}
