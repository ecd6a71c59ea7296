import type { NominationState } from '../../contracts/awards/nominations';
import type { CriteriaState } from '../../contracts/awards/seasons';
import type { CandidateKind } from '../../contracts/awards/candidates';
import type { NomineeRights } from '../council/rights';

/** What waits before the freeze, by category. */
export type SeasonTodo =
	| 'writeCriteria'
	| 'signCriteria'
	| 'forceCriteria'
	| 'noCriteria'
	| 'freeze';
/** What waits on dossiers, in the order of their way. */
export type DossierTodo = 'submit' | 'amend' | 'check' | 'list' | 'score' | 'vote' | 'decide';

export type Todo =
	| {
			what: SeasonTodo;
			room: 'criteria' | 'freeze';
			/** The category that it is about. */
			category: string | null;
	  }
	| {
			what: DossierTodo;
			room: 'nominations' | 'council' | 'session';
			/** On how many dossiers. */
			dossiers: number;
	  };

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
export function todosOfSeason({ today, freezeOn, season, versions, account }: About): Todo[] {
	if (season.frozenAt !== null || (!account.sits && !account.keeps)) return [];
	const scored = season.categories.filter(({ kind }) => kind !== 'individual');
	const ofCategories = scored.flatMap(({ id, name }): Todo[] => {
		const mine = versions.filter(({ categoryId }) => categoryId === id);
		const has = (state: CriteriaState) => mine.find((version) => version.state === state);
		const todo = (what: SeasonTodo): Todo[] => [{ what, room: 'criteria', category: name }];
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

interface Dossier {
	id: number;
	state: NominationState;
	rights: Pick<
		NomineeRights,
		'submits' | 'edits' | 'completes' | 'lists' | 'scores' | 'votes' | 'decides'
	>;
}

/** The nominees of which the account has said its part already. */
export interface OwnPart {
	scored: ReadonlySet<number>;
	/** In the vote that is open. */
	voted: ReadonlySet<number>;
}

/** What waits for an account on the dossiers that it may know of. */
export function todosOfDossiers(dossiers: readonly Dossier[], own: OwnPart): Todo[] {
	const waits: Record<DossierTodo, (dossier: Dossier) => boolean> = {
		submit: ({ state, rights }) => state === 'draft' && rights.submits,
		amend: ({ state, rights }) => state === 'returned' && rights.edits,
		check: ({ rights }) => rights.completes,
		list: ({ rights }) => rights.lists,
		score: ({ id, rights }) => rights.scores && !own.scored.has(id),
		vote: ({ id, rights }) => rights.votes && !own.voted.has(id),
		decide: ({ rights }) => rights.decides,
	};
	const room = (what: DossierTodo) =>
		what === 'score' ? 'council' : what === 'vote' ? 'session' : 'nominations';
	return (Object.keys(waits) as DossierTodo[]).flatMap((what) => {
		const count = dossiers.filter(waits[what]).length;
		return count === 0 ? [] : [{ what, room: room(what), dossiers: count }];
	});
}
