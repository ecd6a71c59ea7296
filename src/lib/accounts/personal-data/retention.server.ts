import * as v from 'valibot';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { retentionSetting } from '../../server/db/schema';
import { ForbiddenError } from '../../server/errors';
import { parse } from '../../server/parse';
import { administersAll } from '../administration/administered.server';
import { writeAudit } from '../audit/audit.server';

/** After how many months what is left of a person is erased. */
export interface Retention {
	/** Since the account was disabled. */
	accounts: number;
	/** Since the member left the team. */
	members: number;
}

const defaults: Retention = { accounts: 24, members: 24 };

const Months = v.pipe(
	v.string(),
	v.trim(),
	v.regex(/^\d{1,3}$/, 'months'),
	v.transform(Number),
	v.minValue(1, 'months'),
	v.maxValue(120, 'months'),
);
const Given = v.object({ accounts: Months, members: Months });

export async function readRetention(database: Database): Promise<Retention> {
	const rows = await database.select().from(retentionSetting);
	return { ...defaults, ...Object.fromEntries(rows.map(({ kind, months }) => [kind, months])) };
}

/**
 * For the whole installation: so only by whoever administers all of it.
 * @throws ForbiddenError; InvalidError with field `accounts` or `members`.
 */
export async function setRetention(
	database: Database,
	actor: Actor,
	given: unknown,
	now = new Date(),
): Promise<void> {
	const months = parse(Given, given);
	await database.transaction(async (transaction) => {
		if (!(await administersAll(transaction, actor)))
			throw new ForbiddenError('The rules of erasure hold for the whole installation.');
		for (const kind of ['accounts', 'members'] as const)
			await transaction
				.insert(retentionSetting)
				.values({ kind, months: months[kind], changedAt: now })
				.onConflictDoUpdate({
					target: retentionSetting.kind,
					set: { months: months[kind], changedAt: now },
				});
		await writeAudit(transaction, {
			actor,
			action: 'retention.set',
			subject: 'retention',
			details: months,
		});
	});
}
