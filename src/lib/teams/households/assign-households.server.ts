import { sql } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { InvalidError } from '../../server/errors';
import { requireKeeper } from '../keepers.server';
import { parseRows, rowProblem } from '../parse-rows';
import { HouseholdsInput } from './households';

/**
 * Says who helps these households from a day on, by their numbers of the tally sheet; whoever helped them
 * until then doesn't any more.
 * @param given not yet parsed, see `HouseholdsInput`.
 * @throws NotFoundError, ForbiddenError, InvalidError
 */
export async function assignHouseholds(
	database: Database,
	actor: Actor,
	teamId: number,
	given: unknown,
): Promise<void> {
	const { parsed, problems } = parseRows(HouseholdsInput, [given]);
	const [input] = parsed;
	if (!input) throw new InvalidError(problems);
	const { tallyNumbers, memberId, fromOn } = input;
	const fault = (field: string, rule: string, message: string) =>
		new InvalidError([rowProblem(0, field, rule, message)]);
	await database.transaction(async (transaction) => {
		const { unitId } = await requireKeeper(transaction, actor, teamId);
		const [unit] = await queryRows<{ level: string }>(
			transaction,
			sql`select level from admin_unit where id = ${unitId} for update`,
		);
		if (unit?.level !== 'village') throw fault('form', 'refused', 'households are a village’s');
		const serving = await queryRows(
			transaction,
			sql`select id from team_member where id = ${memberId} and team_id = ${teamId}
				and from_on <= ${fromOn} and (until_on is null or until_on > ${fromOn})`,
		);
		if (memberId !== null && serving.length === 0)
			throw fault('memberId', 'notServing', 'the member does not serve on that day');
		const asked = sql`unit_id = ${unitId} and tally_number in ${idList(tallyNumbers)}`;
		const later = await queryRows(
			transaction,
			sql`select id from assisted_household where ${asked} and from_on > ${fromOn}`,
		);
		if (later.length > 0) throw fault('helpsFrom', 'helpedLater', 'somebody began to help later');
		await transaction.execute(
			sql`delete from assisted_household where ${asked} and from_on = ${fromOn}`,
		);
		await transaction.execute(
			sql`update assisted_household set until_on = ${fromOn}
				where ${asked} and (until_on is null or until_on > ${fromOn})`,
		);
		if (memberId !== null)
			await transaction.execute(
				sql`insert into assisted_household (unit_id, tally_number, member_id, from_on)
					select ${unitId}::int, number, ${memberId}::int, ${fromOn}::date
					from ${idList(tallyNumbers)} asked (number) order by number`,
			);
		await writeAudit(transaction, {
			actor,
			action: 'household.assign',
			subject: `team:${teamId}`,
			details: { member: memberId, households: tallyNumbers.length, fromOn },
		});
	});
}
