import type { RecentChanges } from '../live/recent-changes';
import { isMeantFor } from '../live/streams';

/** A number that grows with everything that the public is told, and with nothing else. */
export function publicMark(recent: Pick<RecentChanges, 'upTo' | 'from' | 'since'>): () => number {
	let seen = recent.upTo;
	let mark = seen;
	return () => {
		if (recent.upTo === seen) return mark;
		const isPublic =
			seen < recent.from ||
			recent.since(seen).some((change) => isMeantFor({ stream: 'public' }, change));
		seen = recent.upTo;
		if (isPublic) mark = seen;
		return mark;
	};
}
