import { eq, sql } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import type { Actor } from '../contracts/accounts';
import { localDay } from '../contracts/local-time';
import { queryRows, type Database } from '../server/db/client';
import { inquiry } from '../server/db/schema';
import { InvalidError } from '../server/errors';
import { parse } from '../server/parse';
import { askedUnits } from './asked-units.server';
import { requireLevel } from './draw-up.server';
import { lockInquiry } from './keeper.server';
import { ChangedInquiry } from './schemas';

/**
 * Changes what a draft says, and whom it will ask.
 * @throws InvalidError, NotFoundError, ForbiddenError; ConflictError once it was sent.
 */
export async function changeInquiry(
	database: Database,
	actor: Actor,
	id: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const { level, unitIds, ...fields } = parse(ChangedInquiry, input);
	const today = localDay(now);
	await database.transaction(async (transaction) => {
		const { unitId } = await lockInquiry(transaction, actor, id, ['draft']);
		await requireLevel(transaction, unitId, level, today);
		// Units of another level were chosen before the level was changed.
		const chosen = await queryRows<{ id: number }>(
			transaction,
			sql`select id from ${askedUnits(unitId, { level, unitIds }, today)} asked order by id`,
		);
		if (unitIds.length > 0 && chosen.length === 0)
			throw new InvalidError([
				{ field: 'unitIds', rule: 'noSuchUnits', message: 'none of the units lies below' },
			]);
		const audience = { level, unitIds: unitIds.length === 0 ? [] : chosen.map((unit) => unit.id) };
		await transaction
			.update(inquiry)
			.set({ ...fields, audience })
			.where(eq(inquiry.id, id));
		await writeAudit(transaction, {
			...{ actor, action: 'inquiry.change', subject: `inquiry:${id}`, details: {} },
		});
	});
}
