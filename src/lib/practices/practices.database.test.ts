import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../tests/database';
import { pixel } from '../../../tests/fixtures/pixel';
import { makeAccount, makeProvince } from '../../../tests/database/province';
import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { auditLog } from '../server/db/schema';
import { addPhoto, servePublicPhoto } from './photos.server';
import { listPublished, readPublished } from './published.server';
import { countWaiting, listPractices, readPractice } from './read.server';
import { reviewPractice } from './review.server';
import { rewritePractice, writePractice } from './write.server';

const now = new Date('2026-11-02T01:00:00Z');
const text = {
	title: 'Chợ không tiền mặt mỗi sáng thứ bảy',
	skill: 3,
	doing: 'Tổ ngồi cùng các sạp hàng, in mã QR và tập cho từng người bán, từng người mua.',
	result: 'Sau hai tháng, phần lớn sạp hàng nhận chuyển khoản.',
};
const publish = { decision: 'published', comment: '', namesNobody: true };
describeDatabase('good practices', (handle) => {
	const setUp = async (database: Database) => {
		const province = await makeProvince(database, { communes: 2, villages: 1 });
		const [commune, other] = province.communes;
		const [village] = commune?.villages ?? [];
		if (!commune || !other || !village) throw new Error('two by one');
		const leader = await makeAccount(database, 'leader', 'reporter', village.id);
		const officer = await makeAccount(database, 'officer', 'approver', commune.id);
		const stranger = await makeAccount(database, 'stranger', 'approver', other.id);
		const write = (change: Record<string, unknown> = {}, by = leader) =>
			writePractice(database, by, { ...text, unitId: village.id, ...change }, now);
		const review = (id: number, input: unknown = publish, by: Actor = officer) =>
			reviewPractice(database, by, id, input, now);
		return { ...province, village, leader, officer, stranger, write, review };
	};
	const everybody = { skill: null, page: 1, pageSize: 20 };

	it('are written by a team, returned, written again, published and withdrawn', () =>
		rolledBack(handle(), async (database) => {
			const { leader, officer, write, review } = await setUp(database);
			const id = await write();
			expect(await countWaiting(database, officer)).toBe(1);
			await expect(review(id, { decision: 'returned', comment: '' })).rejects.toThrow('comment');
			await review(id, { decision: 'returned', comment: 'Ghi rõ hơn kết quả' });
			await rewritePractice(database, leader, id, { ...text, title: 'Chợ không tiền mặt' }, now);
			expect((await listPublished(database, everybody)).total).toBe(0);
			await expect(review(id, { ...publish, namesNobody: false })).rejects.toThrow('namesNobody');
			await review(id);
			expect((await listPublished(database, everybody)).practices).toMatchObject([
				{ id, title: 'Chợ không tiền mặt', skill: 3 },
			]);
			await expect(rewritePractice(database, leader, id, text, now)).rejects.toThrow('published');
			await review(id, { decision: 'withdrawn', comment: 'Đã hết hiệu quả' });
			await expect(readPublished(database, id)).rejects.toThrow('no published');
			const { events, state } = await readPractice(database, officer, id);
			expect(state).toBe('withdrawn');
			expect(events.map((event) => [event.state, event.by])).toEqual([
				['submitted', 'leader'],
				['returned', 'officer'],
				['submitted', 'leader'],
				['published', 'officer'],
				['withdrawn', 'officer'],
			]);
			const actions = (await database.select().from(auditLog)).map(({ action }) => action);
			expect(actions.filter((action) => action.startsWith('practice.'))).toHaveLength(5);
		}));

	it('are no business of other units, nor reviewed by who wrote them', () =>
		rolledBack(handle(), async (database) => {
			const { leader, stranger, provinceId, village, write, review } = await setUp(database);
			const id = await write();
			await expect(review(id, publish, stranger)).rejects.toThrow(`There is no practice ${id}.`);
			await expect(readPractice(database, stranger, id)).rejects.toThrow(
				`There is no practice ${id}.`,
			);
			expect(await listPractices(database, stranger, { state: null })).toEqual([]);
			await expect(review(id, publish, leader)).rejects.toThrow("can't be changed");
			await expect(write({}, stranger)).rejects.toThrow('writes nothing');
			const both = await makeAccount(database, 'both', 'administrator', provinceId);
			const own = await write({ unitId: village.id }, both);
			await expect(review(own, publish, both)).rejects.toThrow("can't be changed");
		}));

	it('never say who: not a phone number, and nothing of the account', () =>
		rolledBack(handle(), async (database) => {
			const { write, review } = await setUp(database);
			const call = `${text.doing} Ai cần thì gọi 0912 345 678.`;
			await expect(write({ doing: call })).rejects.toThrow('phone');
			const id = await write({ doing: `${text.doing} Năm 2026 có 1.200 hộ tham gia.` });
			await review(id);
			const shown = JSON.stringify(await readPublished(database, id));
			expect(shown).not.toContain('leader');
			expect(shown).not.toContain('officer');
		}));

	it('show a photo to everybody only when it is published and shows no faces', () =>
		rolledBack(handle(), async (database) => {
			const { leader, write, review } = await setUp(database);
			const id = await write();
			const add = (description: string, withoutFaces: boolean) =>
				addPhoto(database, leader, id, {
					photo: new File([Buffer.from(pixel, 'base64')], 'anh.png'),
					input: { description, withoutFaces },
					now,
				});
			await add('Mã QR trên sạp rau', true);
			await add('Bà con tập chuyển khoản', false);
			const { photos } = await readPractice(database, leader, id);
			const [open, closed] = photos;
			if (!open || !closed) throw new Error('two photos');
			await expect(servePublicPhoto(database, id, open.id)).rejects.toThrow('no public');
			await review(id);
			expect((await servePublicPhoto(database, id, open.id)).status).toBe(200);
			await expect(servePublicPhoto(database, id, closed.id)).rejects.toThrow('no public');
			expect((await readPublished(database, id)).photos.map((photo) => photo.id)).toEqual([
				open.id,
			]);
			await expect(add('Thêm ảnh sau khi công bố', true)).rejects.toThrow('withdraw it first');
		}));

	it('are found by skill', () =>
		rolledBack(handle(), async (database) => {
			const { write, review } = await setUp(database);
			await review(await write());
			await review(await write({ skill: null }));
			await write({ skill: 1 });
			expect((await listPublished(database, everybody)).total).toBe(2);
			expect((await listPublished(database, { ...everybody, skill: 3 })).total).toBe(1);
			expect((await listPublished(database, { ...everybody, skill: 1 })).total).toBe(0);
		}));
});
