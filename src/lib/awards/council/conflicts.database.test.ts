import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import {
	bringTo,
	inTime,
	listNominee,
	makeSeason,
	scoresOf,
} from '../../../../tests/database/award-season';
import { roleGrant, teamMember } from '../../server/db/schema';
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from '../../server/errors';
import { declareConflict, dismissConflict } from './conflicts.server';
import { readRoom } from './read-room.server';
import { giveReview } from './review.server';

describeDatabase('conflicts of the members of a council', (handle) => {
	it('knows conflicts by itself, lets others dismiss them with a reason, and nobody their own', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { seasonId, chair, member, memberIdOf, communes, one } = season;
			const nominationId = await listNominee(database, season, {
				...{ categoryId: communes.id, unitId: one.id },
			});
			const conflictsSeenBy = async (actor: typeof chair) =>
				(await readRoom(database, actor, seasonId)).nominees[0]?.conflicts.map(
					({ ground, dismissed }) => [ground, dismissed],
				);
			expect(await conflictsSeenBy(chair)).toEqual([['ownUnit', false]]);
			const dismissal = {
				...{ nominationId, memberId: memberIdOf('member') },
				...{ ground: 'ownUnit', tie: `unit:${one.id}` },
			};
			const reason = 'Chỉ xem số liệu, không công tác tại xã';
			const dismiss = (actor: typeof chair) =>
				dismissConflict(database, actor, seasonId, { ...dismissal, reason }, inTime);
			await expect(dismiss(member)).rejects.toThrow(ForbiddenError);
			await dismiss(chair);
			expect(await conflictsSeenBy(chair)).toEqual([['ownUnit', true]]);
			// What a member says of themselves stands for good.
			await declareConflict(
				database,
				member,
				seasonId,
				{ nominationId, reason: 'Anh trai là chủ tịch xã' },
				inTime,
			);
			const lift = { ...dismissal, ground: 'declared', reason };
			await expect(dismissConflict(database, chair, seasonId, lift, inTime)).rejects.toThrow(
				InvalidError,
			);
			await bringTo(database, season, 'scoring');
			await expect(
				giveReview(database, member, { seasonId, nominationId }, scoresOf(50, 30), inTime),
			).rejects.toThrow(NotFoundError);
		}));

	it('lets a dismissal stand for the one tie that was looked at, and for no later one', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { seasonId, chair, memberIdOf, communes, one } = season;
			const nominationId = await listNominee(database, season, {
				...{ categoryId: communes.id, unitId: one.id },
			});
			const deputy = season.sitting('deputy');
			const [first, second] = one.villages;
			if (!first || !second) throw new Error('two villages');
			const stepsBack = async () =>
				(await readRoom(database, deputy, seasonId)).nominees[0]?.recused;
			const grant = (unitId: number) =>
				database
					.insert(roleGrant)
					.values({ ...{ accountId: deputy.accountId, unitId }, role: 'viewer' });
			const dismiss = (tie: string) =>
				dismissConflict(
					...([database, chair, seasonId] as const),
					{
						...{ nominationId, memberId: memberIdOf('deputy'), ground: 'unitAbove', tie },
						reason: 'Chỉ hỗ trợ kỹ thuật ở thôn',
					},
					inTime,
				);
			await grant(first.id);
			expect(await stepsBack()).toBe(true);
			await expect(dismiss(`unit:${second.id}`)).rejects.toThrow(ConflictError);
			await dismiss(`unit:${first.id}`);
			expect(await stepsBack()).toBe(false);
			await grant(second.id);
			expect(await stepsBack()).toBe(true);
			const { nominees } = await readRoom(database, chair, seasonId);
			const shown = nominees[0]?.conflicts.filter(({ ground }) => ground === 'unitAbove');
			expect(shown?.map(({ through, dismissed }) => [through?.name, dismissed])).toEqual([
				['Thôn 1', true],
				['Thôn 2', false],
			]);
			await dismiss(`unit:${second.id}`);
			expect(await stepsBack()).toBe(false);
		}));

	it('derives the conflict of a member of the team through the roster', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { seasonId, chair, individuals, people } = season;
			const [person, colleague] = people;
			if (!person || !colleague) throw new Error('two people');
			await database
				.update(teamMember)
				.set({ accountId: season.sitting('deputy').accountId })
				.where(eq(teamMember.id, colleague.memberId));
			await listNominee(database, season, { categoryId: individuals.id, ...person });
			const room = await readRoom(database, chair, seasonId);
			const grounds = room.nominees[0]?.conflicts.map(({ memberId, ground }) => [memberId, ground]);
			expect(grounds).toContainEqual([season.memberIdOf('deputy'), 'ownTeam']);
		}));
});
