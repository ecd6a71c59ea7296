import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import {
	bringTo,
	freezeFigures,
	inTime,
	listNominee,
	makeSeason,
	scoresOf,
} from '../../../../tests/database/award-season';
import { makeAccount } from '../../../../tests/database/province';
import { auditLog, awardCouncilEvent } from '../../server/db/schema';
import { ForbiddenError, InvalidError } from '../../server/errors';
import { writeBallot } from './ballot.server';
import { nameMember } from './name-member.server';
import { readRoom } from './read-room.server';
import { addComment, giveReview } from './review.server';
import { movePhase } from './run.server';

describeDatabase('the council of a season', (handle) => {
	it('seats nobody who administers anything, one chair, and changes no more once it votes', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { keeper, seasonId, province, one } = season;
			const name = (account: string, seat = 'member') =>
				nameMember(database, keeper, seasonId, { account, seat, position: 'Ủy viên' }, inTime);
			await makeAccount(database, 'village-admin', 'administrator', one.villages[0]?.id ?? 0);
			await expect(name('village-admin')).rejects.toThrow(InvalidError);
			await makeAccount(database, 'second', 'committee', province.provinceId);
			await expect(name('second', 'chair')).rejects.toThrow(InvalidError);
			await bringTo(database, season, 'vote');
			await expect(name('second')).rejects.toThrow(ForbiddenError);
		}));

	it('scores nobody before the figures are frozen', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { seasonId, chair } = season;
			const score = () => movePhase(database, chair, seasonId, { phase: 'scoring' }, inTime);
			await expect(score()).rejects.toThrow(/not frozen/);
			expect((await readRoom(database, chair, seasonId)).isFrozen).toBe(false);
			await freezeFigures(database, season);
			await score();
			expect((await readRoom(database, chair, seasonId)).isFrozen).toBe(true);
		}));

	it('takes no part of a member whom a promotion made an administrator', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const deputy = season.sitting('deputy');
			const grants = [
				...deputy.grants,
				{ role: 'administrator' as const, unitId: season.one.villages[0]?.id ?? 0 },
			];
			await expect(
				movePhase(database, { ...deputy, grants }, season.seasonId, { phase: 'scoring' }, inTime),
			).rejects.toThrow(ForbiddenError);
		}));

	it('keeps neither score, choice nor comment in events and audit log', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { seasonId, chair, communes, one } = season;
			const nominationId = await listNominee(database, season, {
				...{ categoryId: communes.id, unitId: one.id },
			});
			const which = { seasonId, nominationId };
			await bringTo(database, season, 'scoring');
			await giveReview(database, chair, which, scoresOf(57, 31), inTime);
			await bringTo(database, season, 'discussion');
			await addComment(database, chair, which, { text: 'Lời rất kín' }, inTime);
			await writeBallot(
				database,
				season.sitting('secretary'),
				which,
				{ choice: 'abstain' },
				inTime,
			);
			const events = await database.select().from(awardCouncilEvent);
			const log = await database.select().from(auditLog);
			const kept = JSON.stringify([events, log.map(({ details }) => details)]);
			for (const secret of ['57', '"31"', 'Lời rất kín', 'abstain'])
				expect(kept, secret).not.toContain(secret);
		}));
});
