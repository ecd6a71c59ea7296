import { eq } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { screen } from '../server/db/schema';
import { requireRemote } from './require-remote.server';
import { tellScreen } from './tell-screen.server';

/** The screen goes its own way again, and the remote control is nobody's. @throws NotFoundError; ConflictError */
export async function handBack(
	database: Database,
	actor: Actor,
	screenId: number,
	now: Date,
): Promise<void> {
	await database.transaction(async (transaction) => {
		const found = await requireRemote(transaction, actor, screenId, now);
		await transaction
			.update(screen)
			.set({ remoteAccountId: null, remoteUntil: null })
			.where(eq(screen.id, screenId));
		await tellScreen(transaction, found, null);
		await writeAudit(transaction, {
			actor,
			action: 'screen.handBack',
			subject: `screen:${screenId}`,
		});
	});
}
