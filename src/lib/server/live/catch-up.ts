import type { SubscribeReply } from '../../contracts/events';
import { changePosition, readChanges } from '../change-log';
import type { Database } from '../db/client';
import { selectChanges, type Audience } from './streams';

/** Beyond this many entries a new snapshot is the shorter way. */
export const longestCatchUp = 5_000;

/** What an audience missed since a number, or that it should start over from a snapshot. */
export async function catchUp(
	database: Database,
	audience: Audience,
	after: number,
): Promise<SubscribeReply> {
	const { upTo, changes, prunedTo, more } = await readChanges(database, after, longestCatchUp);
	const isBehind = more || after < prunedTo;
	if (isBehind || changes.some(({ type }) => type === 'structure')) return snapshotNeeded;
	// A number that doesn't exist yet comes from before a restored backup.
	if (changes.length === 0 && after > (await changePosition(database)).lastNumber)
		return snapshotNeeded;
	return { ok: true, after, upTo, changes: selectChanges(audience, changes) };
}

const snapshotNeeded = { ok: false, reason: 'snapshotNeeded' } as const;
