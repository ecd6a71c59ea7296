import { and, count, eq } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import { requireSight } from '../accounts/access/require-sight.server';
import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { practice, practicePhoto } from '../server/db/schema';
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from '../server/errors';
import { serveFile, serveScaled, storeFile } from '../server/files';
import { parse } from '../server/parse';
import { mostPhotos, NewPhoto } from './schemas';
import { lockPractice, practiceRoles, readParty } from './step.server';
import { openSteps } from './steps';

/**
 * Adds a photo to a practice that is not public. It stays internal unless it is stated to show no faces.
 * @throws InvalidError, NotFoundError, ForbiddenError, ConflictError
 */
export async function addPhoto(
	database: Database,
	actor: Actor,
	id: number,
	{ photo, input, now }: { photo: File | null; input: unknown; now: Date },
): Promise<void> {
	const parsed = parse(NewPhoto, input);
	if (!photo)
		throw new InvalidError([{ field: 'photo', rule: 'fileEmpty', message: 'a photo is missing' }]);
	await database.transaction(async (transaction) => {
		await requireRewriter(transaction, actor, id, now);
		const [stored] = await transaction
			.select({ photos: count() })
			.from(practicePhoto)
			.where(eq(practicePhoto.practiceId, id));
		if ((stored?.photos ?? 0) >= mostPhotos)
			throw new InvalidError([{ field: 'photo', rule: 'tooMany', message: 'enough photos' }]);
		const fileId = await storeFile(transaction, photo, {
			...{ field: 'photo', kind: 'photo' },
			uploadedBy: actor.accountId,
			uploadedAt: now,
		});
		await transaction.insert(practicePhoto).values({ ...parsed, practiceId: id, fileId });
		await writeAudit(transaction, {
			actor,
			action: 'practice.addPhoto',
			subject: `practice:${id}`,
			details: { withoutFaces: parsed.withoutFaces },
		});
	});
}

/** @throws NotFoundError, ForbiddenError, ConflictError */
export async function removePhoto(
	database: Database,
	actor: Actor,
	id: number,
	photoId: number,
	now: Date,
): Promise<void> {
	await database.transaction(async (transaction) => {
		await requireRewriter(transaction, actor, id, now);
		const removed = await transaction
			.delete(practicePhoto)
			.where(and(eq(practicePhoto.id, photoId), eq(practicePhoto.practiceId, id)))
			.returning({ id: practicePhoto.id });
		if (removed.length === 0) throw new NotFoundError(noPhoto(id, photoId));
		await writeAudit(transaction, {
			actor,
			action: 'practice.removePhoto',
			subject: `practice:${id}`,
		});
	});
}

async function requireRewriter(
	transaction: Database,
	actor: Actor,
	id: number,
	now: Date,
): Promise<void> {
	const stored = await lockPractice(transaction, actor, id);
	const party = await readParty(transaction, actor, stored, now);
	if (!party.writes) throw new ForbiddenError('This account writes nothing for that unit.');
	if (!openSteps(stored.state, party).rewrite)
		throw new ConflictError('The practice is public: withdraw it first.');
}

/** A photo for those who write or review. @throws NotFoundError */
export async function serveInternalPhoto(
	database: Database,
	actor: Actor,
	id: number,
	photoId: number,
): Promise<Response> {
	const found = await findPhoto(database, id, photoId);
	await requireSight(database, actor, {
		roles: practiceRoles,
		unitId: found.unitId,
		missing: noPhoto(id, photoId),
	});
	return serveFile(database, found.fileId);
}

/** A photo for everybody. @throws NotFoundError unless it is published and shows no faces */
export async function servePublicPhoto(
	database: Database,
	id: number,
	photoId: number,
): Promise<Response> {
	const found = await findPhoto(database, id, photoId);
	if (found.state !== 'published' || !found.withoutFaces)
		throw new NotFoundError(`There is no public photo ${photoId}.`);
	return serveScaled(database, found.fileId);
}

const noPhoto = (id: number, photoId: number) => `Practice ${id} has no photo ${photoId}.`;

async function findPhoto(database: Database, id: number, photoId: number) {
	const [found] = await database
		.select({
			fileId: practicePhoto.fileId,
			withoutFaces: practicePhoto.withoutFaces,
			unitId: practice.unitId,
			state: practice.state,
		})
		.from(practicePhoto)
		.innerJoin(practice, eq(practice.id, practicePhoto.practiceId))
		.where(and(eq(practicePhoto.id, photoId), eq(practicePhoto.practiceId, id)));
	if (!found) throw new NotFoundError(noPhoto(id, photoId));
	return found;
}
