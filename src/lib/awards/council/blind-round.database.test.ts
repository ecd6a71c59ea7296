import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import {
	bringTo,
	councilIdOf,
	inTime,
	listNominee,
	makeSeason,
	scoresOf,
} from '../../../../tests/database/award-season';
import { auditLog, awardCouncil } from '../../server/db/schema';
import { ConflictError, InvalidError, NotFoundError } from '../../server/errors';
import { listNominations } from '../nominations/list.server';
import { readDossier } from '../nominations/read-dossier.server';
import { stepNomination } from '../nominations/step.server';
import { readRoom } from './read-room.server';
import { readSession } from './read-session.server';
import { readSheet } from './read-sheet.server';
import { addComment, giveReview } from './review.server';

describeDatabase('the blind round of a council', (handle) => {
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
});
