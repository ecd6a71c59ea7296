import { eq } from 'drizzle-orm';
import type { OwnScreen } from '../contracts/screens';
import type { Database } from '../server/db/client';
import { screen } from '../server/db/schema';
import { NotFoundError } from '../server/errors';
import { qrCode } from '../server/qr';
import { remoteCode } from './remote-code.server';

/**
 * What a paired screen knows of itself.
 * @param addressOf a screen's remote control by its id. @throws NotFoundError
 */
export async function readOwnScreen(
	database: Database,
	screenId: number,
	addressOf: (screenId: number) => string,
	now: Date,
): Promise<Omit<OwnScreen, 'number'>> {
	const [found] = await database.select().from(screen).where(eq(screen.id, screenId));
	if (!found) throw new NotFoundError(`There is no screen ${screenId}.`);
	const { id, name, show, remoteSecret } = found;
	const address = `${addressOf(id)}?ma=${remoteCode(remoteSecret, now)}`;
	return { id, name, show, at: now.toISOString(), remote: { address, ...qrCode(address) } };
}
