import { eq } from 'drizzle-orm';
import { mayActOn } from '../accounts/access/may-act-on.server';
import { writeAudit } from '../accounts/audit/audit.server';
import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { screen } from '../server/db/schema';
import { ForbiddenError } from '../server/errors';
import { parse } from '../server/parse';
import { requireScreen } from './require-screen.server';
import { ScreenSettings } from './settings.server';

/**
 * Names a screen anew or binds it to another unit, whose figures it reads within seconds.
 * @throws NotFoundError; InvalidError; ForbiddenError when the actor doesn't administer the new unit.
 */
export async function changeScreen(
	database: Database,
	actor: Actor,
	screenId: number,
	entered: Record<string, string>,
): Promise<void> {
	const { name, unit: unitId } = parse(ScreenSettings, entered);
	await database.transaction(async (transaction) => {
		const before = await requireScreen(transaction, actor, 'administrator', screenId);
		if (!(await mayActOn(transaction, actor, ['administrator'], unitId)))
			throw new ForbiddenError('This account administers another unit.');
		await transaction.update(screen).set({ name, unitId }).where(eq(screen.id, screenId));
		await writeAudit(transaction, {
			actor,
			action: 'screen.change',
			subject: `screen:${screenId}`,
			details: { name, unitId, before: { name: before.name, unitId: before.unitId } },
		});
	});
}
