import type { Change, SubscribeReply } from '../../contracts/events';
import type { Database } from '../db/client';
import { perDatabase } from '../db/per-database';
import { RecentChanges } from './recent-changes';
import { roomOf, selectChanges, type Audience } from './streams';

/**
 * Clients that are further behind than this are told everything since a round number before theirs:
 * they skip what they have, and share one answer.
 */
const shareStep = 100;
/** Of an answer in JSON. The public's snapshot is made once for all and travels compressed. */
const longestPublicAnswer = 64_000;
const mostAnswers = 500;

/** What clients are told of the changes that they missed, computed once for those who ask the same. */
export class CatchUp {
	readonly recent: RecentChanges;
	readonly #answers = new Map<string, { upTo: number; changes: Change[] | null }>();

	constructor(database: Database) {
		this.recent = new RecentChanges(database);
	}

	/** What an audience missed since a number, or that it should start over from a snapshot. */
	async answer(audience: Audience, after: number): Promise<SubscribeReply> {
		const { recent } = this;
		await recent.refresh();
		if (after === recent.upTo) return { ok: true, after, upTo: after, changes: [] };
		// A number that doesn't exist yet comes from before a restored backup.
		if (after > recent.upTo || this.#isTooOld(after)) return snapshotNeeded;
		await recent.reach(after);
		if (this.#isTooOld(after) || after < recent.from) return snapshotNeeded;
		const from =
			recent.upTo - after < shareStep ? after : Math.max(recent.from, after - (after % shareStep));
		const changes = this.#changesSince(audience, from);
		return changes ? { ok: true, after: from, upTo: recent.upTo, changes } : snapshotNeeded;
	}

	#isTooOld(after: number): boolean {
		return after < this.recent.earliest || after < this.recent.structureAt;
	}

	/** Null where a snapshot is shorter. */
	#changesSince(audience: Audience, from: number): Change[] | null {
		const { upTo } = this.recent;
		const question = `${roomOf(audience)} ${from}`;
		const answer = this.#answers.get(question);
		if (answer?.upTo === upTo) return answer.changes;
		const selected = selectChanges(audience, this.recent.since(from));
		const isLong =
			audience.stream === 'public' && JSON.stringify(selected).length > longestPublicAnswer;
		const changes = isLong ? null : selected;
		if (this.#answers.size >= mostAnswers) this.#answers.clear();
		this.#answers.set(question, { upTo, changes });
		return changes;
	}
}

const snapshotNeeded = { ok: false, reason: 'snapshotNeeded' } as const;

/** The one of a node: sockets and HTTP answer from the same memory. */
export const catchUpOf = perDatabase((database) => new CatchUp(database));
