import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import {
	bringTo,
	councilIdOf,
	freezeFigures,
	inTime,
	listNominee,
	makeSeason,
	scoresOf,
	seatAll,
} from '../../../../tests/database/award-season';
import { makeAccount } from '../../../../tests/database/province';
import {
	auditLog,
	awardCouncil,
	awardCouncilEvent,
	roleGrant,
	teamMember,
} from '../../server/db/schema';
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from '../../server/errors';
import { listNominations } from '../nominations/list.server';
import { readDossier } from '../nominations/read-dossier.server';
import { stepNomination } from '../nominations/step.server';
import { castBallot, writeBallot } from './ballot.server';
import { declareConflict, dismissConflict } from './conflicts.server';
import { nameMember } from './name-member.server';
import { readMinutesFacts } from './read-minutes-facts.server';
import { readRoom } from './read-room.server';
import { readSession } from './read-session.server';
import { readSheet } from './read-sheet.server';
import { addComment, giveReview } from './review.server';
import { markPresence, movePhase, showItem } from './run.server';
import { closeVote, openVote } from './vote.server';

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

	it('scores alone and without names, and shows the spread only in the discussion', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { seasonId, chair, individuals, people } = season;
			const [person] = people;
			if (!person) throw new Error('somebody');
			const nominationId = await listNominee(database, season, {
				...{ categoryId: individuals.id, ...person },
			});
			const named = { seasonId, nominationId };
			await bringTo(database, season, 'scoring');
			const deputy = season.sitting('deputy');
			const which = { seasonId, nominationId: await councilIdOf(database, chair, named) };
			await giveReview(database, chair, which, scoresOf(50, 30), inTime);
			await giveReview(database, deputy, which, scoresOf(40, 20), inTime);
			await expect(giveReview(database, deputy, which, scoresOf(61, 20), inTime)).rejects.toThrow(
				InvalidError,
			);
			const blind = await readSheet(database, chair, which);
			expect(blind).toMatchObject({ nominee: { name: null, code: 1 }, discussion: null });
			expect(JSON.stringify(blind)).not.toContain('Nguyễn Thị Mẫu');
			expect(blind.dossier.evidence.map(({ fileId, title }) => [fileId, title])).toEqual([
				...[
					[null, ''],
					[null, ''],
					[null, ''],
				],
			]);
			await expect(addComment(database, chair, which, { text: 'Rất tốt' }, inTime)).rejects.toThrow(
				ConflictError,
			);
			await bringTo(database, season, 'discussion');
			await expect(readSheet(database, chair, which)).rejects.toThrow(NotFoundError);
			await addComment(database, chair, named, { text: 'Rất tốt' }, inTime);
			const open = await readSheet(database, deputy, named);
			expect(open.nominee.name).toBe('Nguyễn Thị Mẫu');
			expect(open.discussion).toMatchObject({
				spread: { total: { least: 60, most: 80, mean: 70, given: 2 } },
				comments: [{ text: 'Rất tốt' }],
			});
			await expect(giveReview(database, chair, named, scoresOf(1, 1), inTime)).rejects.toThrow(
				ConflictError,
			);
			const views = await database
				.select()
				.from(auditLog)
				.where(eq(auditLog.subject, `nomination:${nominationId}`));
			expect(views.filter(({ action }) => action === 'nomination.read')).toHaveLength(2);
		}));

	it('leads from no name to a sheet in the blind round, whatever was known before it', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { seasonId, chair, individuals, people } = season;
			const ids: number[] = [];
			for (const person of people)
				ids.push(await listNominee(database, season, { categoryId: individuals.id, ...person }));
			const [first = 0, second = 0] = ids;
			const secretary = season.sitting('secretary');
			const room = async () => (await readRoom(database, secretary, seasonId)).nominees;
			// Before it the names are there, to step back from; no dossier is, nor a sheet.
			const forming = await room();
			expect(forming.map(({ id, name, code }) => [id, name, code])).toEqual([
				[first, 'Nguyễn Thị Mẫu', 0],
				[second, 'Trần Văn Thử', 0],
			]);
			const orders = new Set<string>();
			for (const phase of ['forming', 'scoring'] as const) {
				if (phase === 'scoring') await bringTo(database, season, phase);
				for (const nominationId of ids)
					for (const seat of [chair, secretary]) {
						const which = { seasonId, nominationId };
						await expect(readDossier(database, seat, which)).rejects.toThrow(NotFoundError);
						await expect(readSheet(database, seat, which)).rejects.toThrow(NotFoundError);
						const step = { step: 'return', reason: 'Xem hồ sơ một chút' };
						await expect(stepNomination(database, seat, which, step, inTime)).rejects.toThrow(
							NotFoundError,
						);
					}
				const { nominations } = await listNominations(database, secretary, seasonId);
				expect(nominations).toEqual([]);
			}
			for (const key of ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']) {
				await database.update(awardCouncil).set({ blindKey: key });
				const blind = await room();
				expect(blind.map(({ name, code }) => [name, code])).toEqual([
					[null, 1],
					[null, 2],
				]);
				const own = await Promise.all(
					ids.map((nominationId) => councilIdOf(database, secretary, { seasonId, nominationId })),
				);
				expect(blind.some(({ id }) => ids.includes(id))).toBe(false);
				orders.add(blind.map(({ id }) => own.indexOf(id)).join());
				const session = await readSession(database, secretary, seasonId, inTime);
				expect(session.agenda.map(({ id, name }) => [id, name])).toEqual(
					blind.map(({ id }) => [id, null]),
				);
				for (const { id } of blind) {
					const sheet = await readSheet(database, secretary, { seasonId, nominationId: id });
					expect(JSON.stringify(sheet)).not.toMatch(/Nguyễn Thị Mẫu|Trần Văn Thử/);
					expect(sheet.dossier.evidence.map((piece) => piece.id)).toEqual([1, 2, 3]);
					expect(sheet.dossier.submittedAt).toBeNull();
				}
			}
			// Which comes first follows from the key alone.
			expect(orders).toEqual(new Set(['0,1', '1,0']));
		}));

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
			await movePhase(database, chair, seasonId, { phase: 'closed' }, inTime);

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
