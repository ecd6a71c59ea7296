import { eq } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import { requireSight } from '../accounts/access/require-sight.server';
import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { activity } from '../server/db/schema';
import { NotFoundError } from '../server/errors';
import { serveFile } from '../server/files';
import { photoRoles } from './read.server';

/**
 * An activity's photo. It shows people, so every look at it is on record.
 * @throws NotFoundError
 */
export async function servePhoto(database: Database, actor: Actor, id: number): Promise<Response> {
	const [found] = await database
		.select({ unitId: activity.unitId, photoId: activity.photoId })
		.from(activity)
		.where(eq(activity.id, id));
	const missing = `Activity ${id} has no photo.`;
	if (found?.photoId == null) throw new NotFoundError(missing);
	await requireSight(database, actor, { roles: photoRoles, unitId: found.unitId, missing });
	await writeAudit(database, { actor, action: 'activity.seePhoto', subject: `activity:${id}` });
	return serveFile(database, found.photoId);
}
