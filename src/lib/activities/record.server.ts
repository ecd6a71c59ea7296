import { and, eq, gt, isNull, lte, or } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import { mayActOn } from '../accounts/access/may-act-on.server';
import { validOn } from '../admin-units/home.server';
import type { Actor } from '../contracts/accounts';
import { localDay } from '../contracts/local-time';
import type { Database } from '../server/db/client';
import { activity, adminUnit, team } from '../server/db/schema';
import { ForbiddenError, InvalidError } from '../server/errors';
import { storeFile } from '../server/files';
import { parse } from '../server/parse';
import { NewActivity } from './schemas';

/**
 * Notes one activity down, with a photo if there is one. Sent again with the same key it is the same.
 * @returns its id, which stays for good.
 * @throws InvalidError, ForbiddenError
 */
export async function recordActivity(
	database: Database,
	actor: Actor,
	input: unknown,
	{ photo, now }: { photo: File | null; now: Date },
): Promise<number> {
	const parsed = parse(NewActivity, input);
	requirePast(parsed.heldOn, now);
	return database.transaction(async (transaction) => {
		if (!(await mayActOn(transaction, actor, ['reporter', 'administrator'], parsed.unitId)))
			throw new ForbiddenError('This account notes nothing down for that unit.');
		await requireHolder(transaction, parsed);
		const [stored] = await transaction
			.insert(activity)
			.values({ ...parsed, recordedBy: actor.accountId, recordedAt: now })
			.onConflictDoNothing({ target: [activity.recordedBy, activity.key] })
			.returning({ id: activity.id });
		if (!stored) return idOfKey(transaction, actor, parsed.key);
		if (photo) {
			const photoId = await storePhoto(transaction, actor, photo, now);
			await transaction.update(activity).set({ photoId }).where(eq(activity.id, stored.id));
		}
		await writeAudit(transaction, {
			actor,
			action: 'activity.record',
			subject: `activity:${stored.id}`,
			details: { unitId: parsed.unitId, kind: parsed.kind, heldOn: parsed.heldOn },
		});
		return stored.id;
	});
}

/** @throws InvalidError for what has not happened yet. */
export function requirePast(heldOn: string, now: Date): void {
	if (heldOn > localDay(now))
		throw new InvalidError([
			{ field: 'heldOn', rule: 'future', message: 'should not be in the future' },
		]);
}

export const storePhoto = (database: Database, actor: Actor, photo: File, now: Date) =>
	storeFile(database, photo, {
		...{ field: 'photo', kind: 'photo' },
		...{ uploadedBy: actor.accountId, uploadedAt: now },
	});

/** @throws InvalidError when the unit or its team wasn't there on that day. */
export async function requireHolder(
	database: Database,
	{ unitId, teamId, heldOn }: Pick<NewActivity, 'unitId' | 'teamId' | 'heldOn'>,
): Promise<void> {
	const [unit] = await database
		.select({ id: adminUnit.id })
		.from(adminUnit)
		.where(and(eq(adminUnit.id, unitId), validOn(heldOn)));
	const teamStands = and(
		eq(team.unitId, unitId),
		lte(team.foundedOn, heldOn),
		or(isNull(team.closedOn), gt(team.closedOn, heldOn)),
	);
	const [standing] =
		teamId === null
			? [true]
			: await database
					.select({ id: team.id })
					.from(team)
					.where(and(eq(team.id, teamId), teamStands));
	if (unit && standing) return;
	throw new InvalidError([
		{ field: 'heldOn', rule: 'notThere', message: 'the unit or its team was not there that day' },
	]);
}

async function idOfKey(database: Database, actor: Actor, key: string): Promise<number> {
	const [recorded] = await database
		.select({ id: activity.id })
		.from(activity)
		.where(and(eq(activity.recordedBy, actor.accountId), eq(activity.key, key)));
	if (!recorded) throw new Error('What conflicts is there.');
	return recorded.id;
}
