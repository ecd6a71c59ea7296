import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince } from '../../../../tests/database/province';
import type { Database } from '../../server/db/client';
import { addBasis, addNewBasis, removeBasis } from '../add-basis.server';
import { drawUpPlan } from '../draw-up.server';
import { readPlan } from '../read.server';
import { readBases, readDocumentNames, withBases } from './citations.server';
import { correctDirective, removeDirective } from './correct.server';
import { listDirectives, readBasisChoices } from './list.server';
import { readDirective, serveDirective } from './read.server';
import { registerDirective } from './register.server';

const now = new Date('2026-05-04T01:00:00Z');
const paper = {
	...{ kind: 'decision', number: '828/QĐ-UBND', issuedOn: '2022-03-30' },
	...{ issuer: 'UBND huyện', subject: 'Thành lập tổ công nghệ số cộng đồng' },
};
const scan = () => new File(['%PDF-1.4\n%…'], 'qd-828.pdf', { type: 'application/pdf' });

describeDatabase('registers of directives', (handle) => {
	const setUp = async (database: Database) => {
		const province = await makeProvince(database, { communes: 2, villages: 1 });
		const [commune, other] = province.communes;
		if (!commune || !other) throw new Error('two communes');
		const clerk = await makeAccount(database, 'clerk', 'reporter', commune.id);
		const neighbour = await makeAccount(database, 'neighbour', 'reporter', other.id);
		const register = (
			change: Record<string, unknown> = {},
			{ by = province.reporter, file = null as File | null } = {},
		) =>
			registerDirective(
				database,
				by,
				{ ...paper, unitId: province.provinceId, ...change },
				{ file, now },
			);
		const list = (by = clerk, search = '') =>
			listDirectives(database, by, { search, kind: null, page: 1, pageSize: 50 });
		const begin = (by: typeof clerk, unitId: number) =>
			drawUpPlan(
				database,
				by,
				{ unitId, year: 2026, title: 'Kế hoạch', number: '', issuedOn: null, template: 'empty' },
				now,
			);
		return { ...province, commune, other, clerk, neighbour, register, list, begin };
	};

	it('hand papers down, and keep them from neighbours and from above nothing', () =>
		rolledBack(handle(), async (database) => {
			const { register, list, clerk, neighbour, commune, approver } = await setUp(database);
			const above = await register({}, { file: scan() });
			const own = await register({ number: '60/QĐ-UBND', unitId: commune.id }, { by: clerk });
			expect((await list()).directives.map(({ id }) => id).sort()).toEqual([above, own].sort());
			expect((await list(neighbour)).directives).toMatchObject([{ id: above, hasFile: true }]);
			expect((await list(approver)).total).toBe(2);
			expect((await serveDirective(database, clerk, above)).headers.get('content-type')).toBe(
				'application/pdf',
			);
			await expect(readDirective(database, neighbour, own)).rejects.toMatchObject({ status: 404 });
			expect(await readDirective(database, clerk, above)).toMatchObject({ mayChange: false });
			expect((await list(clerk, 'thanh lap 828')).total).toBe(1);
		}));

	it('take a paper once, from whoever keeps the unit’s plans, and say what is wrong with it', () =>
		rolledBack(handle(), async (database) => {
			const { register, clerk } = await setUp(database);
			await register();
			await expect(register()).rejects.toMatchObject({
				problems: [{ field: 'number', rule: 'registered' }],
			});
			await expect(register({}, { by: clerk })).rejects.toMatchObject({ status: 403 });
			await expect(
				register({ kind: '', number: ' ', issuedOn: '2022-02-30' }),
			).rejects.toMatchObject({
				problems: [{ field: 'kind' }, { field: 'number' }, { field: 'issuedOn', rule: 'day' }],
			});
			const text = new File(['Chỉ là chữ'], 'qd.pdf');
			await expect(register({ number: '1' }, { file: text })).rejects.toMatchObject({
				problems: [{ field: 'file', rule: 'fileOfOtherKind' }],
			});
		}));

	it('are what plans rest on: own papers and those of all above', () =>
		rolledBack(handle(), async (database) => {
			const { register, clerk, commune, other, neighbour, begin } = await setUp(database);
			const above = await register();
			const plan = await begin(clerk, commune.id);
			await addBasis(database, clerk, plan, { directiveId: above }, now);
			await addBasis(database, clerk, plan, { directiveId: above }, now);
			const fresh = { ...paper, number: '60/QĐ-UBND', issuedOn: '2022-04-15' };
			await addNewBasis(database, clerk, plan, fresh, { file: scan(), now });
			const { basis, history } = await readPlan(database, clerk, plan);
			expect(basis.map(({ number }) => number)).toEqual(['828/QĐ-UBND', '60/QĐ-UBND']);
			expect(history.filter(({ change }) => change === 'basisAdded')).toHaveLength(2);
			const own = (await readBasisChoices(database, commune.id)).find(({ id }) => id !== above);
			expect(own).toMatchObject({ number: '60/QĐ-UBND', hasFile: true });
			const elsewhere = await begin(neighbour, other.id);
			await expect(
				addBasis(database, neighbour, elsewhere, { directiveId: own?.id }, now),
			).rejects.toMatchObject({ problems: [{ field: 'directiveId', rule: 'choose' }] });
			await removeBasis(database, clerk, plan, { directiveId: above }, now);
			expect(await readPlan(database, clerk, plan)).toMatchObject({
				basis: [{ id: own?.id }],
				history: [{ change: 'basisRemoved', reason: '828/QĐ-UBND' }, {}, {}, {}],
			});
		}));

	it('are cited in an official paper’s bases, each once', () =>
		rolledBack(handle(), async (database) => {
			const { register, clerk, commune, other } = await setUp(database);
			const older = await register();
			const newer = await register({
				number: '60/QĐ-UBND',
				issuedOn: '2022-04-15',
				unitId: commune.id,
			});
			expect((await readBases(database, commune.id)).map(({ id }) => id)).toEqual([newer, older]);
			const text = await withBases(database, commune.id, 'Căn cứ Luật số 1.', [newer, older, 999]);
			expect(text.split('\n')).toEqual([
				'Căn cứ Luật số 1;',
				'Căn cứ Quyết định số 828/QĐ-UBND ngày 30/3/2022 của UBND huyện về việc thành lập tổ công nghệ số cộng đồng;',
				'Căn cứ Quyết định số 60/QĐ-UBND ngày 15/4/2022 của UBND huyện về việc thành lập tổ công nghệ số cộng đồng.',
			]);
			expect(await withBases(database, commune.id, text, [older])).toBe(text);
			expect(await withBases(database, other.id, '', [newer])).toBe('');
			expect(await readDocumentNames(database, clerk)).toContain(
				'Quyết định số 60/QĐ-UBND ngày 15/4/2022 của UBND huyện',
			);
		}));

	it('are corrected, and rid of what was entered by mistake unless a plan rests on it', () =>
		rolledBack(handle(), async (database) => {
			const { register, reporter, provinceId, begin, list, clerk } = await setUp(database);
			const id = await register();
			const second = await register({ number: '829/QĐ-UBND' });
			await expect(
				correctDirective(database, reporter, second, paper, { file: null, now }),
			).rejects.toMatchObject({ problems: [{ rule: 'registered' }] });
			const right = { ...paper, subject: 'Kiện toàn các tổ' };
			await correctDirective(database, reporter, id, right, { file: null, now });
			await expect(
				correctDirective(database, clerk, id, right, { file: null, now }),
			).rejects.toMatchObject({ status: 403 });
			expect((await list(clerk, 'kien toan')).total).toBe(1);
			const plan = await begin(reporter, provinceId);
			await addBasis(database, reporter, plan, { directiveId: id }, now);
			await expect(removeDirective(database, reporter, id)).rejects.toMatchObject({ status: 409 });
			await removeDirective(database, reporter, second);
			expect((await list()).total).toBe(1);
		}));
});
