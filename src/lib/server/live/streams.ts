import type { Change } from '../../contracts/events';

/** Whose eyes a stream is for: everybody's, or those of accounts that reach exactly these units. */
export type Audience = { stream: 'public' } | { stream: 'internal'; unitIds: readonly number[] };

/** One room for all sockets that may see the same. */
export function roomOf(audience: Audience): string {
	if (audience.stream === 'public') return 'public';
	return `internal:${[...new Set(audience.unitIds)].sort((one, other) => one - other).join(',')}`;
}

/** An internal stream brings all that is public, and what is internal at and below its units. */
export function isMeantFor(audience: Audience, change: Change): boolean {
	if (change.type === 'status' || change.type === 'structure') return true;
	if (change.type === 'figures' && change.audience === 'public') return true;
	if (audience.stream === 'public') return false;
	return change.path.some((unitId) => audience.unitIds.includes(unitId));
}

/**
 * What one audience has to be told: of several changes of the same thing only the last, since each
 * holds absolute values. The internal form of a figure follows its public form, and so wins.
 */
export function selectChanges(audience: Audience, changes: readonly Change[]): Change[] {
	const last = new Map<string, Change>();
	for (const change of changes) {
		if (!isMeantFor(audience, change)) continue;
		const key = subjectOf(change);
		last.delete(key);
		last.set(key, change);
	}
	return [...last.values()];
}

function subjectOf(change: Change): string {
	switch (change.type) {
		case 'structure':
			return 'structure';
		case 'screen':
			return `screen:${change.screenId}`;
		case 'session':
			return `session:${change.seasonId}`;
		case 'status':
			return `status:${change.unitId}:${change.periodId}`;
		case 'figures':
			return `figures:${change.unitId}:${change.periodId}:${change.basis}`;
	}
}
