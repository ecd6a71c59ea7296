import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { parse } from '../server/parse';
import { changeActivity } from './change.server';
import { requireHolder, requirePast, storePhoto } from './record.server';
import { Correction } from './schemas';

/**
 * Corrects an activity; what it said before stays readable. A new photo takes the place of the old one.
 * @throws InvalidError, NotFoundError, ForbiddenError; ConflictError once it is cancelled.
 */
export async function correctActivity(
	database: Database,
	actor: Actor,
	id: number,
	input: unknown,
	{ photo, now }: { photo: File | null; now: Date },
): Promise<void> {
	const { reason, ...content } = parse(Correction, input);
	requirePast(content.heldOn, now);
	const about = { change: 'corrected', reason, now } as const;
	await changeActivity(database, actor, id, about, async (transaction, { unitId, teamId }) => {
		await requireHolder(transaction, { unitId, teamId, heldOn: content.heldOn });
		return photo
			? { ...content, photoId: await storePhoto(transaction, actor, photo, now) }
			: content;
	});
}
