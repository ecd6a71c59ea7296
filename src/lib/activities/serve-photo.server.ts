import { eq } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit.server';
import { mayActOn } from '../accounts/may-act-on.server';
import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { activity } from '../server/db/schema';
import { ForbiddenError, NotFoundError } from '../server/errors';
import { serveFile } from '../server/files';
import { photoRoles } from './read.server';

/**
 * An activity's photo. It shows people, so every look at it is on record.
 * @throws NotFoundError, ForbiddenError
 */
export async function servePhoto(database: Database, actor: Actor, id: number): Promise<Response> {
	const [found] = await database
		.select({ unitId: activity.unitId, photoId: activity.photoId })
		.from(activity)
		.where(eq(activity.id, id));
	if (found?.photoId == null) throw new NotFoundError(`Activity ${id} has no photo.`);
	if (!(await mayActOn(database, actor, photoRoles, found.unitId)))
		throw new ForbiddenError('This account may not see that photo.');
	await writeAudit(database, { actor, action: 'activity.seePhoto', subject: `activity:${id}` });
	return serveFile(database, found.photoId);
}
