import * as v from 'valibot';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import { flagCodes } from '../../contracts/awards/flags';
import type { Database } from '../../server/db/client';
import { awardFlagAnswer } from '../../server/db/schema';
import { ForbiddenError, NotFoundError } from '../../server/errors';
import { parse } from '../../server/parse';
import { reportsOf } from './note';
import { readUnitFlags } from './read.server';

const Answer = v.object({
	code: v.picklist(flagCodes, 'choose'),
	text: v.pipe(v.string('text'), v.trim(), v.minLength(10, 'text'), v.maxLength(2000, 'tooLong')),
});

/**
 * What a unit says in writing about something odd in its reports, by whoever reports or approves for it. It
 * stays beside the flag, whatever else is said later.
 * @param input not yet parsed.
 * @throws InvalidError, NotFoundError, ForbiddenError
 */
export async function answerFlag(
	database: Database,
	actor: Actor,
	asked: { seasonId: number; code: string },
	input: unknown,
	now: Date,
): Promise<void> {
	const { code, text } = parse(Answer, input);
	const { unit, flags, answers } = await readUnitFlags(database, actor, asked, now);
	const flag = flags.find((one) => one.code === code);
	if (!flag) throw new NotFoundError(`Nothing of that kind is noted about ${asked.code}.`);
	if (!answers) throw new ForbiddenError('The account does not speak for that unit.');
	await database.transaction(async (transaction) => {
		await transaction.insert(awardFlagAnswer).values({
			...{ seasonId: asked.seasonId, unitId: unit.id, code, text },
			...{ reportIds: reportsOf(flag.cases), answeredBy: actor.accountId, answeredAt: now },
		});
		await writeAudit(transaction, {
			...{ actor, action: 'award.answerFlag', subject: `awardSeason:${asked.seasonId}` },
			details: { unit: unit.code, code },
		});
	});
}
