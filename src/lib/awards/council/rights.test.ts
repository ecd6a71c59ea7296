import { describe, expect, it } from 'vitest';
import type { Role } from '../../contracts/accounts';
import { councilPhases } from '../../contracts/awards/council';
import { deriveConflicts } from './derive-conflicts';
import {
	nomineeRights,
	seasonRights,
	unitRights,
	type NomineeFacts,
	type SeasonFacts,
} from './rights';

const [country, province, commune, village, other] = [1, 2, 3, 4, 5];
const holder = (accountId: number, ...grants: [Role, number][]) => ({
	accountId,
	grants: grants.map(([role, unitId]) => ({ role, unitId })),
});
const seat = (memberId: number, kind: SeasonFacts['seats'][number]['seat'], present = true) => ({
	...{ memberId, accountId: memberId * 10, seat: kind, present },
});
const season = (phase: SeasonFacts['phase']): SeasonFacts => ({
	...{ unitPath: [province, country], phase, blindKinds: ['individual'] },
	seats: [seat(1, 'chair'), seat(2, 'deputy'), seat(3, 'member'), seat(4, 'member', false)],
});
const nominee = (given: Partial<NomineeFacts> = {}): NomineeFacts => ({
	...{ kind: 'individual', state: 'listed', unitPath: [village, commune, province, country] },
	nominatingPath: [commune, province, country],
	...{ nominatedBy: 99, vote: 'none', conflicts: [], isTied: false },
	...given,
});
const recusal = { memberId: 3, ground: 'ownUnit', tie: 'unit:4', dismissed: false } as const;
const member = holder(30, ['committee', province]);

describe('rights of a season', () => {
	it('keep whoever administers anything out of the council and its dossiers', () => {
		const both = holder(10, ['committee', province], ['administrator', village]);
		expect(seasonRights(season('vote'), both)).toMatchObject({
			...{ memberId: null, committee: false, leads: false, namesCouncil: false },
		});
		const admin = holder(77, ['administrator', province]);
		for (const phase of councilPhases) {
			const rights = nomineeRights(season(phase), nominee(), admin);
			expect(Object.values(rights).filter(Boolean)).toEqual([]);
		}
	});

	it('freeze the roster at the vote', () => {
		const admin = holder(77, ['administrator', province]);
		expect(
			councilPhases.filter((phase) => seasonRights(season(phase), admin).namesCouncil),
		).toEqual(['forming', 'scoring', 'discussion']);
	});

	it('end with the council: who was there, and what the room saw, is in its minutes', () => {
		const runs = (actor: typeof member) =>
			councilPhases.filter((phase) => seasonRights(season(phase), actor).runs);
		expect(runs(holder(10, ['committee', province]))).toEqual(
			councilPhases.filter((phase) => phase !== 'closed'),
		);
		expect(runs(member)).toEqual([]);
		const putsForward = (actor: typeof member) =>
			councilPhases.filter((phase) => seasonRights(season(phase), actor).putsForward);
		for (const actor of [member, holder(50, ['reporter', commune])])
			expect(putsForward(actor)).toEqual(councilPhases.filter((phase) => phase !== 'closed'));
	});
});

describe('rights on a nominee', () => {
	it('leave a recused member nothing but the word that they step back', () => {
		for (const phase of councilPhases)
			for (const vote of ['none', 'open', 'over'] as const) {
				const facts = nominee({ conflicts: [recusal], vote });
				const { recused, blind: _, ...rest } = nomineeRights(season(phase), facts, member);
				expect([recused, Object.values(rest).some(Boolean)]).toEqual([true, false]);
			}
		const dismissed = nominee({ conflicts: [{ ...recusal, dismissed: true }] });
		expect(nomineeRights(season('scoring'), dismissed, member)).toMatchObject({ scores: true });
	});

	it('leave an account of the committee off the council with ties there neither dossier nor result', () => {
		const office = holder(56, ['committee', province]);
		const facts = nominee({ kind: 'commune', vote: 'over' });
		const asked = (isTied: boolean) =>
			nomineeRights(season('closed'), { ...facts, isTied }, office);
		expect(asked(false)).toMatchObject({ recused: false, seesDossier: true, seesOutcome: true });
		expect(asked(false).seesVote).toBe(false);
		const { recused, ...rest } = asked(true);
		expect([recused, Object.values(rest).some(Boolean)]).toEqual([true, false]);
	});

	it('tell the committee whom the council proposes once it has ended, and its seats as they vote', () => {
		const sees = (who: typeof member) =>
			councilPhases.filter(
				(phase) => nomineeRights(season(phase), nominee({ vote: 'over' }), who).seesOutcome,
			);
		expect(sees(holder(56, ['committee', province]))).toEqual(['closed']);
		expect(sees(member)).toEqual(['vote', 'closed']);
		expect(sees(holder(99, ['reporter', commune]))).toEqual([]);
	});

	it('are the same for a recused member whether a vote is open, over or not', () => {
		const nominator = holder(30, ['committee', province], ['reporter', commune]);
		const asked = (vote: NomineeFacts['vote']) =>
			nomineeRights(season('vote'), nominee({ conflicts: [recusal], vote }), nominator);
		expect(asked('open')).toEqual(asked('none'));
		expect(asked('over')).toEqual(asked('none'));
	});

	it('hide names in the first round where the category says so, files with them', () => {
		const first = nomineeRights(season('scoring'), nominee(), member);
		expect(first).toMatchObject({
			blind: true,
			seesDossier: false,
			scores: true,
			seesScores: false,
		});
		const open = nomineeRights(season('scoring'), nominee({ kind: 'commune' }), member);
		expect(open).toMatchObject({ blind: false, seesDossier: true });
		const before = nomineeRights(season('forming'), nominee({ state: 'submitted' }), member);
		expect(before).toMatchObject({ blind: false, seesDossier: false, completes: false });
		const office = nomineeRights(season('scoring'), nominee({ state: 'submitted' }), {
			...holder(56, ['committee', province]),
		});
		expect(office).toMatchObject({ seesDossier: true, completes: true });
		const later = nomineeRights(season('discussion'), nominee(), member);
		expect(later).toMatchObject({ blind: false, seesDossier: true, seesScores: true });
	});

	it('give each phase its own work', () => {
		const chair = holder(10, ['committee', province]);
		const done = (phase: SeasonFacts['phase'], vote: NomineeFacts['vote']) => {
			const rights = nomineeRights(season(phase), nominee({ vote }), chair);
			const names = ['scores', 'comments', 'opensVote', 'closesVote', 'votes'] as const;
			return names.filter((name) => rights[name]);
		};
		expect(done('forming', 'none')).toEqual([]);
		expect(done('scoring', 'none')).toEqual(['scores']);
		expect(done('discussion', 'none')).toEqual(['comments']);
		expect(done('vote', 'none')).toEqual(['opensVote']);
		expect(done('vote', 'open')).toEqual(['closesVote', 'votes']);
		expect(done('vote', 'over')).toEqual([]);
	});

	it('let the absent vote in writing before the vote, and only them', () => {
		const absent = holder(40, ['committee', province]);
		const writes = (who: typeof absent, vote: NomineeFacts['vote']) =>
			nomineeRights(season('vote'), nominee({ vote }), who).votesInWriting;
		expect([writes(absent, 'none'), writes(absent, 'open'), writes(member, 'none')]).toEqual([
			...[true, false, false],
		]);
	});

	it('let nominators see and mend their own, and nobody check what they put forward', () => {
		const draft = nominee({ state: 'draft' });
		const reporter = holder(99, ['reporter', commune]);
		expect(nomineeRights(season(null), draft, reporter)).toMatchObject({
			edits: true,
			submits: true,
		});
		const elsewhere = holder(98, ['reporter', other]);
		expect(nomineeRights(season(null), draft, elsewhere).seesDossier).toBe(false);
		const own = nominee({ state: 'submitted', nominatedBy: 55 });
		const committee = holder(55, ['committee', province]);
		expect(nomineeRights(season(null), own, committee).completes).toBe(false);
		expect(nomineeRights(season(null), own, holder(56, ['committee', province])).completes).toBe(
			true,
		);
	});
});

describe('rights of signing a dossier', () => {
	const signs = (who: ReturnType<typeof holder>, given: Partial<NomineeFacts> = {}) =>
		nomineeRights(season(null), nominee({ state: 'submitted', ...given }), who).attests;

	it('are those of whoever approves for the unit or the level that nominates, while it is open', () => {
		expect(signs(holder(50, ['approver', commune]))).toBe(true);
		expect(signs(holder(50, ['approver', village]), { nominatingPath: [village] })).toBe(true);
		expect(signs(holder(50, ['approver', commune]), { state: 'decided' })).toBe(false);
	});

	it('are nobody else’s, whatever they run or report', () => {
		expect(signs(holder(50, ['reporter', commune]))).toBe(false);
		expect(signs(holder(50, ['reporter', commune], ['administrator', commune]))).toBe(false);
		expect(signs(holder(50, ['approver', other]))).toBe(false);
		expect(signs(holder(50, ['committee', province]))).toBe(false);
	});

	it('show who signed to those who sign or weigh, where they see the dossier at all', () => {
		const looks = (who: ReturnType<typeof holder>) =>
			nomineeRights(season(null), nominee({ state: 'submitted' }), who).seesAttestation;
		expect(looks(holder(50, ['committee', province]))).toBe(true);
		expect(looks(holder(50, ['approver', commune]))).toBe(true);
		expect(looks(holder(50, ['approver', other]))).toBe(false);
		expect(looks(holder(50, ['reporter', commune]))).toBe(false);
	});
});

describe('rights on a unit', () => {
	const path = [village, commune, province, country];
	const rights = (who: ReturnType<typeof holder>, recused = false, isTied = false) =>
		unitRights(season(null), { path, recused, isTied }, who);

	it('let its own people know and answer what was noted, and put forward in the nearest name', () => {
		expect(rights(holder(50, ['approver', province], ['reporter', commune]))).toEqual({
			...{ speaksFrom: commune, asCommittee: false, seesFlags: true },
			...{ answersFlags: true, checks: false },
		});
		expect(rights(holder(50, ['reporter', other])).seesFlags).toBe(false);
	});

	it('let the committee know and check, but not who steps back or is tied there', () => {
		expect(rights(member)).toEqual({
			...{ speaksFrom: null, asCommittee: true, seesFlags: true },
			...{ answersFlags: false, checks: true },
		});
		expect(rights(member, true)).toMatchObject({ asCommittee: false, seesFlags: false });
		expect(rights(member, false, true)).toMatchObject({ asCommittee: true, checks: false });
		expect(rights(holder(30, ['committee', province], ['administrator', province]))).toMatchObject({
			...{ seesFlags: false, checks: false },
		});
	});
});

describe('derived conflicts', () => {
	const candidate = {
		...{ unitId: village, unitPath: [village, commune, province, country], teamId: 7 },
		...{ rosterId: 70, nominatedBy: 99 },
	};
	const ties = { accountId: 1, unitPaths: [], teamIds: [], rosterIds: [] };
	const grounds = (given: object) =>
		deriveConflicts([province, country], { ...ties, ...given }, candidate).map(
			({ ground }) => ground,
		);

	it('are the own unit, those above and below it, the own team and the own nominees', () => {
		expect(grounds({})).toEqual([]);
		expect(grounds({ unitPaths: [[village, commune, province, country]] })).toEqual(['ownUnit']);
		expect(grounds({ unitPaths: [[commune, province, country]] })).toEqual(['unitBelow']);
		expect(grounds({ unitPaths: [[8, village, commune, province, country]] })).toEqual([
			'unitAbove',
		]);
		expect(grounds({ unitPaths: [[other, province, country]] })).toEqual([]);
		expect(grounds({ teamIds: [7] })).toEqual(['ownTeam']);
		expect(grounds({ rosterIds: [70] })).toEqual(['ownTeam']);
		expect(grounds({ accountId: 99 })).toEqual(['nominated']);
	});

	it('are nobody’s for standing where the season stands', () => {
		expect(grounds({ unitPaths: [[province, country], [country]] })).toEqual([]);
	});
});
