import type { CriteriaState } from '../../contracts/award-seasons';
import type { CandidateKind } from '../../contracts/awards';

export interface Todo {
	what: 'writeCriteria' | 'signCriteria' | 'forceCriteria' | 'noCriteria' | 'freeze';
	room: 'criteria' | 'freeze';
	/** The category that it is about. */
	category: string | null;
}

interface About {
	today: string;
	/** By the calendar. */
	freezeOn: string;
	season: {
		countsFrom: string;
		frozenAt: string | null;
		categories: readonly { id: number; kind: CandidateKind; name: string }[];
	};
	versions: readonly { categoryId: number; state: CriteriaState; signerId: number | null }[];
	/** Who asks, and whether in the committee or as the unit's administrator. */
	account: { accountId: number; sits: boolean; keeps: boolean };
}

/** What waits for an account in a season that isn't frozen: each leads to the room where it is done. */
export function todosOf({ today, freezeOn, season, versions, account }: About): Todo[] {
	if (season.frozenAt !== null || (!account.sits && !account.keeps)) return [];
	const scored = season.categories.filter(({ kind }) => kind !== 'individual');
	const ofCategories = scored.flatMap(({ id, name }): Todo[] => {
		const mine = versions.filter(({ categoryId }) => categoryId === id);
		const has = (state: CriteriaState) => mine.find((version) => version.state === state);
		const todo = (what: Todo['what']): Todo[] => [{ what, room: 'criteria', category: name }];
		if (today >= season.countsFrom) return has('inForce') ? [] : todo('noCriteria');
		const signed = has('signed');
		if (signed) return signed.signerId === account.accountId ? [] : todo('forceCriteria');
		if (!account.sits) return [];
		if (has('draft')) return todo('signCriteria');
		return has('inForce') ? [] : todo('writeCriteria');
	});
	const isReady = scored.every(({ id }) =>
		versions.some(({ categoryId, state }) => categoryId === id && state === 'inForce'),
	);
	return account.sits && isReady && today >= freezeOn
		? [...ofCategories, { what: 'freeze', room: 'freeze', category: null }]
		: ofCategories;
}
