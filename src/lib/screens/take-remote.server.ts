import { eq } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { screen } from '../server/db/schema';
import { ForbiddenError } from '../server/errors';
import { isRemoteCode } from './remote-code.server';
import { requireScreen } from './require-screen.server';
import { hourLength } from '../contracts/local-time';

/** A meeting: then the remote control is handed back by itself. */
export const remoteHours = 4;

/**
 * Gives somebody who stands before a screen its remote control, from whoever had it.
 * @param code of the screen's QR code.
 * @throws NotFoundError for a screen whose figures the actor doesn't see; ForbiddenError for a wrong code.
 */
export async function takeRemote(
	database: Database,
	actor: Actor,
	screenId: number,
	code: string,
	now: Date,
): Promise<void> {
	await database.transaction(async (transaction) => {
		const found = await requireScreen(transaction, actor, 'viewer', screenId);
		if (!isRemoteCode(found.remoteSecret, code, now))
			throw new ForbiddenError('The screen shows another code by now.');
		const remoteUntil = new Date(now.getTime() + remoteHours * hourLength);
		await transaction
			.update(screen)
			.set({ remoteAccountId: actor.accountId, remoteUntil })
			.where(eq(screen.id, screenId));
		await writeAudit(transaction, {
			actor,
			action: 'screen.takeRemote',
			subject: `screen:${screenId}`,
			details: { name: found.name },
		});
	});
}
