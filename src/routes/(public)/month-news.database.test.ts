import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../tests/database';
import { makeAccount, makeProvince, reportOf } from '../../../tests/database/province';
import { syncCatalogue } from '$lib/indicators/sync.server';
import { readActivityCounts } from '$lib/indicators/read-activities.server';
import { listPublished } from '$lib/practices/published.server';
import { reviewPractice } from '$lib/practices/review.server';
import { writePractice } from '$lib/practices/write.server';
import { submitReports } from '$lib/reports/intake/submit.server';
import { decideReports } from '$lib/reports/review/decide.server';
import type { Database } from '$lib/server/db/client';
import { adminUnit } from '$lib/server/db/schema';
import { answerTicket } from '$lib/tickets/answer.server';
import { raiseTicket } from '$lib/tickets/raise.server';
import { readMonthNews } from './month-news.server';

/** Local time of Vietnam. */
const at = (day: string, time = '10:00') => new Date(`${day}T${time}:00+07:00`);
const period = '2026-10';
/** Of the province as tests make it. */
const provinceCode = '98';

describeDatabase('what a place has new this month', (handle) => {
	const setUp = async (database: Database) => {
		await syncCatalogue(database);
		const province = await makeProvince(database, { communes: 2, villages: 1 });
		const [commune, other] = province.communes;
		const [village] = commune?.villages ?? [];
		if (!commune || !other || !village) throw new Error('two communes');
		const leader = await makeAccount(database, 'leader', 'reporter', village.id);
		const officer = await makeAccount(database, 'officer', 'approver', commune.id);
		const report = async (
			unit: string,
			{ households, now, values = [] }: { households: number; now: Date; values?: object[] },
			revision = 1,
		) => {
			const input = { ...reportOf(unit, period, 20, households), values, reason: 'đếm lại' };
			const [sent] = await submitReports(database, province.reporter, [input], {
				...{ channel: 'api', now },
			});
			expect(sent).toMatchObject({ status: 'accepted' });
			const decision = { unit, period, decision: 'approve', revision, comment: '' } as const;
			await decideReports(database, province.approver, [decision], now);
		};
		const publish = async (title: string, now: Date) => {
			const text = {
				title,
				skill: 3,
				doing: 'Tổ ngồi cùng các sạp hàng, in mã QR và tập cho từng người bán.',
				result: 'Sau hai tháng, phần lớn sạp hàng nhận chuyển khoản.',
			};
			const written = { ...text, unitId: village.id };
			const id = await writePractice(database, leader, written, now);
			const review = { decision: 'published', comment: '', namesNobody: true };
			await reviewPractice(database, officer, id, review, now);
			return id;
		};
		const answer = async (publicQuestion: string, now: Date, raisedAt = now) => {
			const asked = {
				unitId: village.id,
				kind: 'difficulty',
				category: 'wifi',
				text: 'Thiếu wifi.',
			};
			const id = await raiseTicket(database, leader, asked, raisedAt);
			const answered = { text: 'Sẽ lắp.', publicQuestion, publicAnswer: 'Sẽ lắp trong quý.' };
			await answerTicket(database, officer, id, answered, now);
			return id;
		};
		return { ...province, commune, other, village, report, publish, answer };
	};

	it('counts communes, corrections, answers and practices since the first of the month, and none before it', () =>
		rolledBack(handle(), async (database) => {
			const { commune, other, report, publish, answer } = await setUp(database);
			await report(commune.code, { households: 100, now: at('2026-10-31', '23:59') });
			await publish('Của tháng trước', at('2026-10-31', '23:59'));
			await answer('Tháng trước?', at('2026-10-31', '23:59'));
			const read = (homeCode: string) =>
				readMonthNews(database, { homeCode, now: at('2026-11-20') });
			expect(await read(provinceCode)).toMatchObject({
				...{ month: '2026-11', communes: 0, corrected: 0, answered: 0, practices: [] },
				released: [{ question: 'Tháng trước?', answer: 'Sẽ lắp trong quý.' }],
			});

			await report(other.code, { households: 90, now: at('2026-11-01', '00:00') });
			await report(commune.code, { households: 110, now: at('2026-11-03') }, 2);
			const practice = await publish('Chợ không tiền mặt', at('2026-11-01', '00:00'));
			await answer('Tháng này?', at('2026-11-01', '00:00'));
			await answer('Hỏi đã lâu?', at('2026-11-02'), at('2026-09-01'));
			expect(await read(provinceCode)).toMatchObject({
				...{ communes: 2, corrected: 1, answered: 2 },
				practices: [{ id: practice, title: 'Chợ không tiền mặt' }],
				released: ['Hỏi đã lâu?', 'Tháng này?', 'Tháng trước?'].map((question) => ({ question })),
			});
			// Of a place with nothing of its own but figures.
			expect(await read(other.code)).toMatchObject({
				...{ communes: 1, corrected: 0, answered: 0, practices: [], released: [] },
			});
		}));

	it('is that of all units that the place was: its province may have been merged meanwhile', () =>
		rolledBack(handle(), async (database) => {
			const { countryId, provinceId, commune, report, publish, answer } = await setUp(database);
			await report(commune.code, { households: 100, now: at('2026-11-02') });
			await answer('Tháng này?', at('2026-11-03'));
			const practice = await publish('Chợ không tiền mặt', at('2026-11-04'));
			const before = await readMonthNews(database, {
				...{ homeCode: provinceCode, now: at('2026-11-09') },
			});
			expect(before).toMatchObject({ communes: 1, answered: 1, practices: [{ id: practice }] });
			expect(before.released).toHaveLength(1);

			await database
				.update(adminUnit)
				.set({ validTo: '2026-11-10' })
				.where(eq(adminUnit.id, provinceId));
			await database.insert(adminUnit).values({
				...{ code: provinceCode, level: 'province', kind: 'tinh', parentId: countryId },
				...{ name: 'Hợp Nhất', searchName: 'hop nhat', validFrom: '2026-11-10' },
			});
			expect(
				await readMonthNews(database, { homeCode: provinceCode, now: at('2026-11-20') }),
			).toEqual(before);
		}));

	it('lists good practices by the unit that they come from, or lie below', () =>
		rolledBack(handle(), async (database) => {
			const { provinceId, commune, other, village, publish } = await setUp(database);
			const id = await publish('Chợ không tiền mặt', at('2026-11-01'));
			const of = async (unitId: number) => {
				const asked = { skill: null, unitIds: [unitId], page: 1, pageSize: 9 };
				return (await listPublished(database, asked)).practices.map((practice) => practice.id);
			};
			expect(await Promise.all([provinceId, commune.id, village.id, other.id].map(of))).toEqual([
				...[[id], [id], [id]],
				[],
			]);
		}));

	it('gives the activities of a month as approved counts, without those that are 0', () =>
		rolledBack(handle(), async (database) => {
			const { commune, report } = await setUp(database);
			const values = [
				{ indicator: 'outreachSessions', value: 7 },
				{ indicator: 'campaignSessions', value: 0 },
			];
			const read = (month: string) =>
				readActivityCounts(database, commune.id, { month, day: '2026-11-20' });
			expect(await read(period)).toEqual([]);
			await report(commune.code, { households: 100, now: at('2026-11-02'), values });
			expect(await read(period)).toMatchObject([{ code: 'outreachSessions', count: 7 }]);
			expect(await read('2026-09')).toEqual([]);
		}));
});
