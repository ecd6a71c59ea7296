import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../tests/database';
import { makeAccount, makeProvince } from '../../../tests/database/province';
import { cancelActivity } from '../activities/cancel.server';
import { recordActivity } from '../activities/record.server';
import type { Database } from '../server/db/client';
import { addMaterial } from './add.server';
import { linkClass } from './link-class.server';
import { listMaterials, type MaterialSelection } from './list.server';
import { readMaterial, serveMaterial } from './read.server';
import { withdrawMaterial } from './withdraw.server';

const now = new Date('2026-11-02T01:00:00Z');

describeDatabase('the library', (handle) => {
	const setUp = async (database: Database) => {
		const province = await makeProvince(database, { communes: 2, villages: 1 });
		const [commune, other] = province.communes;
		const [village] = commune?.villages ?? [];
		if (!commune || !other || !village) throw new Error('two by one');
		const leader = await makeAccount(database, 'leader', 'reporter', village.id);
		const officer = await makeAccount(database, 'officer', 'approver', commune.id);
		const neighbour = await makeAccount(database, 'neighbour', 'reporter', other.id);
		const add = (
			change: Record<string, unknown> = {},
			by = province.approver,
			file: File | null = null,
		) =>
			addMaterial(
				database,
				by,
				{
					...{ unitId: province.provinceId, title: 'Nộp hồ sơ trực tuyến', description: '' },
					...{ skill: 1, level: 'beginner', language: 'vi', link: 'https://example.vn/bai-1' },
					...change,
				},
				{ file, now },
			);
		const list = async (by = leader, change: Partial<MaterialSelection> = {}) => {
			const all = { search: '', skill: null, level: null, language: null, page: 1, pageSize: 50 };
			return (await listMaterials(database, by, { ...all, ...change })).materials;
		};
		const teach = (attendance: number, by = leader) =>
			recordActivity(
				database,
				by,
				{
					...{
						key: `class-${attendance}`,
						unitId: village.id,
						kind: 'memberClass',
						topic: 'skill1',
					},
					...{ heldOn: '2026-10-20', place: 'Nhà văn hoá thôn', attendance },
				},
				{ photo: null, now },
			);
		return { ...province, commune, other, village, leader, officer, neighbour, add, list, teach };
	};

	it('offers material to a unit and all below it, and to whoever looks from above', () =>
		rolledBack(handle(), async (database) => {
			const { commune, officer, leader, neighbour, approver, add, list } = await setUp(database);
			const all = await add();
			const local = await add({ unitId: commune.id, title: 'Tài liệu riêng của xã' }, officer);
			const ids = async (by = leader) => (await list(by)).map(({ id }) => id).sort((a, b) => a - b);
			expect(await ids()).toEqual([all, local]);
			expect(await ids(approver)).toEqual([all, local]);
			expect(await ids(neighbour)).toEqual([all]);
			await expect(readMaterial(database, neighbour, local, now)).rejects.toThrow('no material');
		}));

	it('takes material from approvers of the unit alone', () =>
		rolledBack(handle(), async (database) => {
			const { leader, officer, village, add } = await setUp(database);
			await expect(add({}, officer)).rejects.toThrow('offers no material');
			await expect(add({ unitId: village.id }, leader)).rejects.toThrow('offers no material');
		}));

	it('takes a file or a web address, one of them', () =>
		rolledBack(handle(), async (database) => {
			const { approver, add } = await setUp(database);
			const pdf = new File(['%PDF-1.4\n%%EOF\n'], 'bai.pdf');
			await expect(add({}, approver, pdf)).rejects.toThrow('one of them');
			await expect(add({ link: null })).rejects.toThrow('one of them');
			await expect(add({ link: 'javascript:alert(1)' })).rejects.toThrow('link');
			const script = new File(['#!/bin/sh\n'], 'bai.pdf');
			await expect(add({ link: null }, approver, script)).rejects.toThrow('file');
			const id = await add({ link: null }, approver, pdf);
			const answer = await serveMaterial(database, approver, id);
			expect(answer.headers.get('content-disposition')).toContain('attachment');
		}));

	it('finds by words without accents, skill, level and language', () =>
		rolledBack(handle(), async (database) => {
			const { leader, add, list } = await setUp(database);
			const first = await add({ description: 'Dành cho người cao tuổi' });
			const all = await add({ title: 'Sổ tay năm kỹ năng', skill: null, level: 'trainer' });
			const found = async (change: Partial<MaterialSelection>) =>
				(await list(leader, change)).map(({ id }) => id);
			expect(await found({ search: 'ho so cao TUOI' })).toEqual([first]);
			expect(await found({ search: 'hồ sơ năm' })).toEqual([]);
			expect(await found({ skill: 1 })).toEqual([all, first]);
			expect(await found({ skill: 2 })).toEqual([all]);
			expect(await found({ level: 'trainer' })).toEqual([all]);
			expect(await found({ language: 'en' })).toEqual([]);
		}));

	it('knows who was taught when, as counts', () =>
		rolledBack(handle(), async (database) => {
			const { leader, neighbour, add, list, teach } = await setUp(database);
			const id = await add();
			const [first, second] = [await teach(12), await teach(30)];
			const { linkable } = await readMaterial(database, leader, id, now);
			expect(linkable.map(({ activityId }) => activityId)).toEqual([second, first]);
			await linkClass(database, leader, id, first, now);
			await linkClass(database, leader, id, first, now);
			await linkClass(database, leader, id, second, now);
			await expect(linkClass(database, neighbour, id, first, now)).rejects.toThrow('class');
			expect(await list()).toMatchObject([{ id, classes: 2, attendance: 42 }]);
			const { classes } = await readMaterial(database, leader, id, now);
			expect(classes).toMatchObject([{ attendance: 30 }, { attendance: 12, heldOn: '2026-10-20' }]);
			await cancelActivity(database, leader, second, { reason: 'Ghi nhầm ngày' }, now);
			expect(await list()).toMatchObject([{ id, classes: 1, attendance: 12 }]);
		}));

	it('takes material off the shelf', () =>
		rolledBack(handle(), async (database) => {
			const { approver, officer, add, list } = await setUp(database);
			const id = await add();
			await expect(withdrawMaterial(database, officer, id, now)).rejects.toThrow('withdraws no');
			await withdrawMaterial(database, approver, id, now);
			expect(await list()).toEqual([]);
		}));
});
