import { eq } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { screen, screenToken } from '../server/db/schema';
import { requireScreen } from './require-screen.server';

/** The screen reads nothing more; its connection is cut within seconds. @throws NotFoundError */
export async function revokeScreen(
	database: Database,
	actor: Actor,
	screenId: number,
	now: Date,
): Promise<void> {
	await database.transaction(async (transaction) => {
		const { name } = await requireScreen(transaction, actor, 'administrator', screenId);
		await transaction
			.update(screen)
			.set({ revokedAt: now, remoteAccountId: null, remoteUntil: null, show: null })
			.where(eq(screen.id, screenId));
		await transaction.delete(screenToken).where(eq(screenToken.screenId, screenId));
		await writeAudit(transaction, {
			actor,
			action: 'screen.revoke',
			subject: `screen:${screenId}`,
			details: { name },
		});
	});
}
