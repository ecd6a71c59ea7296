import { writeAudit } from '../accounts/audit/audit.server';
import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { screenPairing } from '../server/db/schema';
import { NotFoundError } from '../server/errors';
import { showsCode } from './open-pairing.server';

/**
 * The screen that shows the code is told that it may not.
 * @throws NotFoundError when nothing shows the code any more.
 */
export async function refusePairing(
	database: Database,
	actor: Actor,
	code: string,
	now: Date,
): Promise<void> {
	await database.transaction(async (transaction) => {
		const [refused] = await transaction
			.update(screenPairing)
			.set({ refusedAt: now })
			.where(showsCode(code, now))
			.returning({ userAgent: screenPairing.userAgent, address: screenPairing.address });
		if (!refused) throw new NotFoundError('No screen shows this code.');
		await writeAudit(transaction, {
			actor,
			action: 'screen.refuse',
			subject: 'screen:new',
			details: refused,
		});
	});
}
