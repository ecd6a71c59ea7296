import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { mayActOn } from '../accounts/access/may-act-on.server';
import { writeAudit } from '../accounts/audit/audit.server';
import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { screen, screenPairing, screenToken } from '../server/db/schema';
import { ForbiddenError, NotFoundError } from '../server/errors';
import { parse } from '../server/parse';
import { showsCode } from './open-pairing.server';
import { ScreenSettings } from './settings.server';

/**
 * Makes a screen of the one that shows the code: with a name, reading as a viewer of the unit does.
 * @param code as `findPairing` gave it. @returns the screen's id.
 * @throws NotFoundError when nothing shows the code any more; InvalidError; ForbiddenError.
 */
export async function approvePairing(
	database: Database,
	actor: Actor,
	code: string,
	entered: Record<string, string>,
	now: Date,
): Promise<number> {
	const { name, unit: unitId } = parse(ScreenSettings, entered);
	if (!(await mayActOn(database, actor, ['administrator'], unitId)))
		throw new ForbiddenError('This account administers another unit.');
	return database.transaction(async (transaction) => {
		const [pairing] = await transaction
			.select()
			.from(screenPairing)
			.where(showsCode(code, now))
			.for('update');
		if (!pairing) throw new NotFoundError('No screen shows this code.');
		const { userAgent, address, tokenHash } = pairing;
		const [added] = await transaction
			.insert(screen)
			.values({
				...{ name, unitId, userAgent, address, pairedBy: actor.accountId },
				...{ pairedAt: now, lastSeenAt: now, remoteSecret: randomBytes(16).toString('hex') },
			})
			.returning({ id: screen.id });
		if (!added) throw new Error('The new screen has no id.');
		await transaction.insert(screenToken).values({ tokenHash, screenId: added.id, createdAt: now });
		await transaction
			.update(screenPairing)
			.set({ screenId: added.id })
			.where(eq(screenPairing.tokenHash, tokenHash));
		await writeAudit(transaction, {
			actor,
			action: 'screen.pair',
			subject: `screen:${added.id}`,
			details: { name, unitId, userAgent, address },
		});
		return added.id;
	});
}
