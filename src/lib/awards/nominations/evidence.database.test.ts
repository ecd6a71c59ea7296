import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { fillDossier, inTime, makeSeason } from '../../../../tests/database/award-season';
import { makeAccount } from '../../../../tests/database/province';
import {
	activity,
	assistedHousehold,
	awardCategory,
	practice,
	teamMember,
} from '../../server/db/schema';
import { addEvidence } from './evidence.server';
import { readMemberRecord } from './member-record.server';
import { putForward } from './put-forward.server';
import { readDossier } from './read-dossier.server';
import { serveEvidence } from './serve-file.server';

const publishedAt = new Date('2026-04-01T03:00:00Z');

describeDatabase('what speaks for a nominee', (handle) => {
	it('is a published practice and an activity of the unit, and a photo that is one', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { seasonId, nominator, one, other, communes } = season;
			const dossier = { categoryId: communes.id, unitId: one.id };
			const nominationId = await fillDossier(database, season, dossier, { parts: [] });
			const add = (input: object, file: File | null = null) =>
				addEvidence(database, nominator, { seasonId, nominationId }, { input, file, now: inTime });
			const written = {
				...{ unitId: one.id, skill: null, doing: 'x', result: 'x', changedAt: inTime },
				...{ writtenBy: nominator.accountId, publishedAt },
			};
			const practices = await database
				.insert(practice)
				.values([
					{ ...written, title: 'Góc số', state: 'published' },
					{ ...written, title: 'Chờ duyệt', state: 'submitted', publishedAt: null },
					{ ...written, title: 'Xã khác', state: 'published', unitId: other.id },
				])
				.returning();
			const held = {
				...{ unitId: one.id, kind: 'citizenSession' as const, topic: 'skill3' as const },
				...{ heldOn: '2026-05-05', place: 'Nhà văn hóa', byYouth: false, note: '' },
				...{ recordedBy: nominator.accountId, recordedAt: inTime, attendance: 25 },
			};
			const activities = await database
				.insert(activity)
				.values([
					{ ...held, key: 'held' },
					{ ...held, key: 'cancelled', cancelledAt: inTime },
					{ ...held, key: 'elsewhere', unitId: other.id },
				])
				.returning();
			for (const { id, title } of practices.slice(1))
				await expect(add({ part: 'practice', practiceId: id }), title).rejects.toMatchObject({
					problems: [{ field: 'practiceId' }],
				});
			for (const { id, key } of activities.slice(1))
				await expect(add({ part: 'activity', activityId: id }), key).rejects.toMatchObject({
					problems: [{ field: 'activityId' }],
				});
			const photo = { part: 'photo', title: 'Lớp học buổi tối' };
			await expect(add(photo)).rejects.toMatchObject({ problems: [{ rule: 'fileEmpty' }] });
			const paper = new File([Buffer.from('%PDF-1.4\n%%EOF\n')], 'a.jpg', { type: 'image/jpeg' });
			await expect(add(photo, paper)).rejects.toMatchObject({ problems: [{ field: 'file' }] });

			await add({ part: 'practice', practiceId: practices[0]?.id });
			await add({ part: 'activity', activityId: activities[0]?.id });
			const size = { width: 60, height: 40, channels: 3, background: '#ffffff' } as const;
			const picture = Uint8Array.from(await sharp({ create: size }).jpeg().toBuffer());
			await add(photo, new File([picture], 'lop.jpg', { type: 'image/jpeg' }));
			const which = { seasonId, nominationId };
			const { evidence } = await readDossier(database, nominator, which);
			expect(evidence).toMatchObject([
				{ part: 'practice', source: 'Góc số', approvedAt: '2026-04-01T03:00:00Z', figures: [] },
				{
					...{ part: 'activity', title: 'Nhà văn hóa, 2026-05-05', approvedAt: null },
					figures: [{ name: 'attendance', value: 25, qualifier: '=' }],
				},
				{ part: 'photo', title: 'Lớp học buổi tối', fileId: expect.any(Number) as unknown },
			]);
			const evidenceId = evidence[2]?.id ?? 0;
			const served = await serveEvidence(database, nominator, { ...which, evidenceId });
			expect(served).toBeDefined();
		}));

	it('is put forward by the unit itself, by a level above it, or by nobody else', () =>
		rolledBack(handle(), async (database) => {
			const { seasonId, nominator, one, other, people } = await makeSeason(database);
			const [category] = await database
				.insert(awardCategory)
				.values({ seasonId, kind: 'villageTeam', name: 'Tổ tiêu biểu', quota: 1 })
				.returning();
			const [village, neighbour] = one.villages;
			const teamId = people[0]?.teamId ?? 0;
			if (!category || !village || !neighbour) throw new Error('a category and two villages');
			const own = await makeAccount(database, 'own', 'reporter', village.id);
			const outsiders = [
				await makeAccount(database, 'next', 'reporter', neighbour.id),
				await makeAccount(database, 'away', 'approver', other.id),
			];
			const merits = 'Hướng dẫn từng hộ trong thôn cho đến khi làm được.';
			const given = { categoryId: category.id, unitId: village.id, memberId: null, merits };
			const put = (actor: typeof own) =>
				putForward(database, actor, seasonId, { ...given, teamId }, inTime);
			for (const actor of outsiders)
				await expect(put(actor)).rejects.toThrow(/nobody of that unit/);
			const nominationId = await put(nominator);
			expect(await readDossier(database, nominator, { seasonId, nominationId })).toMatchObject({
				...{ origin: 'above', nominatedBy: { code: one.code }, unit: { code: village.code } },
			});
			await expect(put(own)).rejects.toThrow(/put forward in that category already/);
		}));

	it('is, of a person, the record of what they did themselves, through all of their service', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { seasonId, one, people, nominator, committee } = season;
			const [person, colleague] = people;
			if (!person || !colleague) throw new Error('two people');
			const { accountId } = await makeAccount(database, 'person', 'reporter', person.unitId);
			const [earlier] = await database
				.insert(teamMember)
				.values({
					...{ teamId: person.teamId, fullName: 'Nguyễn Thị Mẫu', role: 'member', accountId },
					...{ fromOn: '2022-05-01', untilOn: '2023-01-01', skills: [5] },
				})
				.returning();
			if (!earlier) throw new Error('an earlier term');
			await database
				.update(teamMember)
				.set({ continuesId: earlier.id, skills: [1, 3] })
				.where(eq(teamMember.id, person.memberId));
			const held = {
				...{ unitId: one.id, topic: 'skill3' as const, place: 'Nhà văn hóa', byYouth: false },
				...{ note: '', recordedBy: accountId, recordedAt: inTime, heldOn: '2026-05-05' },
			};
			await database.insert(activity).values([
				{ ...held, key: 'class', kind: 'memberClass' },
				{ ...held, key: 'visit', kind: 'householdVisit' },
				{ ...held, key: 'first day', kind: 'householdVisit', heldOn: '2025-07-01' },
				{ ...held, key: 'too early', kind: 'householdVisit', heldOn: '2025-06-30' },
				{ ...held, key: 'too late', kind: 'householdVisit', heldOn: '2026-07-01' },
				{ ...held, key: 'cancelled', kind: 'memberClass', cancelledAt: inTime },
				{ ...held, key: 'of another', kind: 'memberClass', recordedBy: nominator.accountId },
			]);
			const helped = { unitId: person.unitId, fromOn: '2022-06-01', untilOn: null };
			await database.insert(assistedHousehold).values([
				{ ...helped, tallyNumber: 1, memberId: person.memberId },
				{ ...helped, tallyNumber: 2, memberId: earlier.id },
				{ ...helped, tallyNumber: 3, memberId: person.memberId, untilOn: '2025-07-01' },
				{ ...helped, tallyNumber: 4, memberId: colleague.memberId },
			]);
			const written = {
				...{ unitId: one.id, skill: null, doing: 'x', result: 'x', changedAt: inTime, publishedAt },
			};
			await database.insert(practice).values([
				{ ...written, title: 'Góc số', state: 'published', writtenBy: accountId },
				{ ...written, title: 'Chờ', state: 'submitted', writtenBy: accountId, publishedAt: null },
				{ ...written, title: 'Của người khác', state: 'published', writtenBy: committee.accountId },
			]);
			const record = {
				servesSince: '2022-05-01',
				skills: [1, 3],
				activities: [
					{ kind: 'householdVisit', count: 2 },
					{ kind: 'memberClass', count: 1 },
				],
				...{ households: 2, practices: 1 },
			};
			const span = { countsFrom: '2025-07-01', countsUntil: '2026-06-30' };
			expect(await readMemberRecord(database, person.memberId, span)).toEqual(record);
			expect(await readMemberRecord(database, colleague.memberId, span)).toMatchObject({
				...{ servesSince: '2023-01-01', activities: [], households: 1, practices: 0 },
			});
			const nominationId = await fillDossier(
				database,
				season,
				{ categoryId: season.individuals.id, ...person },
				{ parts: [] },
			);
			const view = await readDossier(database, nominator, { seasonId, nominationId });
			expect(view).toMatchObject({ record, origin: 'above' });
		}));
});
