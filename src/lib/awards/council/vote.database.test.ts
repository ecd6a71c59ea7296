import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import {
	bringTo,
	inTime,
	listNominee,
	makeSeason,
	seatAll,
} from '../../../../tests/database/award-season';
import { makeAccount } from '../../../../tests/database/province';
import { ConflictError, ForbiddenError, NotFoundError } from '../../server/errors';
import { putForward } from '../nominations/put-forward.server';
import { readNominationForm } from '../nominations/read-form.server';
import { castBallot, writeBallot } from './ballot.server';
import { readMinutesFacts } from './read-minutes-facts.server';
import { readSession } from './read-session.server';
import { markPresence, movePhase, showItem } from './run.server';
import { closeVote, openVote } from './vote.server';

describeDatabase('the vote of a council', (handle) => {
	it('votes with who is there: a failed quorum stays on record, the absent vote in writing', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { seasonId, chair, member, memberIdOf, communes, one } = season;
			const nominationId = await listNominee(database, season, {
				...{ categoryId: communes.id, unitId: one.id },
			});
			const which = { seasonId, nominationId };
			const secretary = season.sitting('secretary');
			await bringTo(database, season, 'vote');
			await seatAll(database, season, ['chair', 'member']);
			await showItem(database, chair, seasonId, nominationId, inTime);
			// Three may vote, the member from the commune doesn't: one of them is there.
			expect(await openVote(database, chair, which, inTime)).toBe('noQuorum');
			await writeBallot(database, secretary, which, { choice: 'for' }, inTime);
			await seatAll(database, season, ['deputy']);
			expect(await openVote(database, chair, which, inTime)).toBe('open');
			await expect(openVote(database, chair, which, inTime)).rejects.toThrow(ConflictError);
			const vote = (actor: typeof chair, choice: string, at = inTime) =>
				castBallot(database, actor, which, { choice }, at);
			await vote(chair, 'for');
			await expect(vote(chair, 'against')).rejects.toThrow(ConflictError);
			await expect(vote(secretary, 'for')).rejects.toThrow(ConflictError);
			await expect(vote(member, 'against')).rejects.toThrow(NotFoundError);
			const deputy = season.sitting('deputy');
			const after = new Date(inTime.getTime() + 61_000);
			await expect(vote(deputy, 'for', after)).rejects.toThrow(ConflictError);
			await vote(deputy, 'for');
			await expect(
				movePhase(database, chair, seasonId, { phase: 'closed' }, inTime),
			).rejects.toThrow(ConflictError);
			expect(await closeVote(database, chair, which, inTime)).toBe('passed');
			const session = await readSession(database, chair, seasonId, inTime);
			expect(session.current).toMatchObject({
				outcome: 'passed',
				counts: { for: 3, inWriting: 1 },
			});
			// On the projector stands nothing of anybody but what they are called, and of members their seats.
			expect(new Set(session.members.flatMap(Object.keys))).toEqual(new Set(['seat', 'present']));
			const [item] = session.agenda;
			const label = ['id', 'kind', 'categoryName', 'name', 'unitKind', 'code'];
			expect(new Set(Object.keys(item ?? {}))).toEqual(new Set([...label, 'recused', 'voted']));
			expect(new Set(Object.keys(session.current ?? {}))).toEqual(
				new Set([...label, 'recused', 'closesAt', 'outcome', 'attempt', 'counts']),
			);
			await movePhase(database, chair, seasonId, { phase: 'closed' }, inTime);
			await expect(showItem(database, chair, seasonId, nominationId, inTime)).rejects.toThrow(
				ForbiddenError,
			);
			// Whom the council can't come to any more is put forward by nobody.
			const given = { categoryId: communes.id, unitId: season.other.id, teamId: null };
			const merits = 'Đi từng nhà cho đến khi ai cũng làm được.';
			for (const actor of [season.province.reporter, season.committee]) {
				const late = { ...given, memberId: null, merits };
				await expect(putForward(database, actor, seasonId, late, inTime)).rejects.toThrow(
					/nobody forward in that season/,
				);
				await expect(
					readNominationForm(database, actor, seasonId, { category: null, unit: null }, inTime),
				).rejects.toThrow(ForbiddenError);
			}
			const away = { memberId: memberIdOf('deputy'), present: false };
			await expect(markPresence(database, chair, seasonId, away, inTime)).rejects.toThrow(
				ForbiddenError,
			);

			const facts = await readMinutesFacts(database, chair, seasonId);
			expect(facts.votes.map(({ attempt, outcome }) => [attempt, outcome])).toEqual([
				[1, 'noQuorum'],
				[2, 'passed'],
			]);
			expect(facts.votes[1]).toMatchObject({
				recused: [{ memberId: memberIdOf('member'), grounds: ['ownUnit'] }],
				inWriting: [{ memberId: memberIdOf('secretary'), choice: 'for' }],
			});
			expect(facts.nominees).toMatchObject([{ nominationId, missing: [], late: false }]);
		}));

	it('counts nothing written of somebody who came after all', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { seasonId, chair, communes, other, province, memberIdOf } = season;
			const away = await makeAccount(database, 'away', 'reporter', other.id);
			const nominationId = await listNominee(
				database,
				season,
				{ categoryId: communes.id, unitId: other.id },
				{ by: away },
			);
			const which = { seasonId, nominationId };
			await bringTo(database, season, 'vote');
			const secretary = season.sitting('secretary');
			await writeBallot(database, secretary, which, { choice: 'against' }, inTime);
			await seatAll(database, season, ['chair', 'deputy', 'secretary', 'member']);
			await openVote(database, chair, which, inTime);
			for (const name of ['chair', 'deputy', 'secretary', 'member'])
				await castBallot(database, season.sitting(name), which, { choice: 'for' }, inTime);
			await markPresence(
				database,
				chair,
				seasonId,
				{ memberId: memberIdOf('secretary'), present: false },
				inTime,
			);
			expect(await closeVote(database, chair, which, inTime)).toBe('passed');
			const facts = await readMinutesFacts(database, chair, seasonId);
			expect(facts.votes[0]?.counts).toMatchObject({ for: 4, against: 0, inWriting: 0 });
			expect(province.communes).toHaveLength(2);
		}));
});
