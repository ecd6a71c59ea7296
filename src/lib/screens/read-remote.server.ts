import { and, eq, isNull } from 'drizzle-orm';
import { mayActOn } from '../accounts/access/may-act-on.server';
import type { Actor } from '../contracts/accounts';
import type { ScreenShow } from '../contracts/screens';
import type { Database } from '../server/db/client';
import { screen } from '../server/db/schema';
import { NotFoundError } from '../server/errors';

export interface RemoteControl {
	id: number;
	name: string;
	/** Until when the actor holds it; null when they don't. */
	until: Date | null;
	/** What it has the screen show; null when the screen goes its own way. */
	show: ScreenShow | null;
}

/** A screen as whoever would hold its remote control sees it. @throws NotFoundError */
export async function readRemote(
	database: Database,
	actor: Actor,
	screenId: number,
	now: Date,
): Promise<RemoteControl> {
	const [found] = await database
		.select()
		.from(screen)
		.where(and(eq(screen.id, screenId), isNull(screen.revokedAt)));
	if (!found || !(await mayActOn(database, actor, ['viewer'], found.unitId)))
		throw new NotFoundError(`There is no screen ${screenId} in use.`);
	const { id, name, remoteAccountId, remoteUntil } = found;
	const isHeld = remoteAccountId === actor.accountId && remoteUntil !== null && remoteUntil > now;
	const isShown = found.show !== null && new Date(found.show.until) > now;
	return { id, name, until: isHeld ? remoteUntil : null, show: isShown ? found.show : null };
}
