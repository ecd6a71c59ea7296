import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince } from '../../../../tests/database/province';
import { searchKey } from '../../contracts/text/search-key';
import type { Database } from '../../server/db/client';
import { adminUnit } from '../../server/db/schema';
import { answerFinding, returnFinding } from './answer.server';
import { readInspectionCounts } from './counts.server';
import { listInspections, readInspection } from './read.server';
import { recordInspection } from './record.server';

const now = new Date('2026-05-04T01:00:00Z');
const today = '2026-05-04';

describeDatabase('checks by a level above', (handle) => {
	const setUp = async (database: Database) => {
		const province = await makeProvince(database, { communes: 2, villages: 1 });
		const [commune, other] = province.communes;
		if (!commune || !other) throw new Error('two communes');
		const clerk = await makeAccount(database, 'clerk', 'reporter', commune.id);
		const neighbour = await makeAccount(database, 'neighbour', 'reporter', other.id);
		const record = (change: Record<string, unknown> = {}, by = province.approver) =>
			recordInspection(
				database,
				by,
				{
					...{ unitId: province.provinceId, inspected: commune.code, heldOn: '2026-04-10' },
					...{ inspectors: 'Cơ quan thường trực', subject: 'Hoạt động của các tổ' },
					conclusion: 'Hồ sơ chưa đầy đủ',
					findings: [
						{ what: 'Bổ sung quy chế', mendBy: '2026-04-30' },
						{ what: 'Lập nhóm Zalo', mendBy: '2026-05-30' },
					],
					...change,
				},
				now,
			);
		const list = (by = clerk, onlyOverdue = false) =>
			listInspections(database, by, { page: 1, pageSize: 9, onlyOverdue }, today);
		return { ...province, commune, other, clerk, neighbour, record, list };
	};

	it('name the unit by its code or its name, which only one below may have', () =>
		rolledBack(handle(), async (database) => {
			const { record, commune, other, neighbour } = await setUp(database);
			await database
				.update(adminUnit)
				.set({ name: 'Mỹ Hòa', searchName: searchKey('Mỹ Hòa') })
				.where(eq(adminUnit.id, other.id));
			const inspected = async (typed: string) =>
				(await readInspection(database, neighbour, await record({ inspected: typed }), now))
					.inspectedName;
			for (const typed of ['Mỹ Hòa', 'xã Mỹ Hoà', 'xa mi hoa', other.code])
				expect(await inspected(typed)).toBe('Mỹ Hòa');
			const refused = (rule: string) => ({ problems: [{ field: 'inspected', rule }] });
			await expect(record({ inspected: 'Phường Mỹ Hòa' })).rejects.toMatchObject(
				refused('notBelow'),
			);
			await expect(record({ inspected: 'Thôn 1' })).rejects.toMatchObject(refused('severalBelow'));
			const itself = { unitId: commune.id, inspected: commune.code };
			await expect(record(itself)).rejects.toMatchObject(refused('notBelow'));
		}));

	it('are seen by both sides, answered by the one that was looked at, and say what is overdue', () =>
		rolledBack(handle(), async (database) => {
			const { record, list, clerk, neighbour, approver, provinceId } = await setUp(database);
			const id = await record();
			expect((await list()).inspections).toMatchObject([{ findings: 2, mended: 0, overdue: 1 }]);
			expect((await list(approver, true)).total).toBe(1);
			expect((await list(neighbour)).total).toBe(0);
			await expect(readInspection(database, neighbour, id, now)).rejects.toMatchObject({
				status: 404,
			});
			const { list: findings, mayAnswer } = await readInspection(database, clerk, id, now);
			expect([mayAnswer, findings[0]?.mayReturn]).toEqual([true, false]);
			const findingId = findings[0]?.id;
			const answer = { findingId, mendedOn: '2026-05-02', answer: 'Đã ban hành quy chế' };
			await expect(answerFinding(database, neighbour, id, answer, now)).rejects.toMatchObject({
				status: 404,
			});
			for (const mendedOn of ['1999-05-02', '2026-05-05'])
				await expect(
					answerFinding(database, clerk, id, { ...answer, mendedOn }, now),
				).rejects.toMatchObject({
					problems: [
						{
							...{ field: 'mendedOn', rule: 'dayOutside' },
							message: `should lie between 2026-04-10 and ${today}`,
						},
					],
				});
			await answerFinding(database, clerk, id, answer, now);
			await expect(answerFinding(database, clerk, id, answer, now)).rejects.toMatchObject({
				status: 409,
			});
			const month = { id: 1, startsOn: '2026-05-01', endsOn: '2026-05-31' };
			const counts = async (period = month) =>
				(await readInspectionCounts(database, [provinceId], [period]))
					.get(period.id)
					?.get(provinceId);
			expect(await counts()).toEqual({
				...{ inspectionsMade: 0, unitsInspected: 0, findingsMended: 1 },
			});
			const april = { id: 2, startsOn: '2026-04-01', endsOn: '2026-04-30' };
			await record({ findings: [] });
			expect(await counts(april)).toEqual({
				...{ inspectionsMade: 2, unitsInspected: 1, findingsMended: 0 },
			});
			const back = { findingId, reason: 'Quy chế chưa đủ nội dung' };
			await expect(returnFinding(database, clerk, id, back, now)).rejects.toMatchObject({
				status: 403,
			});
			await returnFinding(database, approver, id, back, now);
			expect((await readInspection(database, clerk, id, now)).list[0]).toMatchObject({
				...{ mendedOn: null, returnReason: 'Quy chế chưa đủ nội dung' },
			});
			expect(await counts()).toBeUndefined();
		}));

	it('are of units below alone, on a day that has come, with days that can be kept', () =>
		rolledBack(handle(), async (database) => {
			const { record, clerk, commune, other } = await setUp(database);
			const refused = (change: Record<string, unknown>, field: string, rule: string) =>
				expect(record(change)).rejects.toMatchObject({ problems: [{ field, rule }] });
			await refused({ inspected: '98' }, 'inspected', 'notBelow');
			await refused({ inspected: '99999' }, 'inspected', 'notBelow');
			await refused({ heldOn: '2026-05-05' }, 'heldOn', 'dayToCome');
			const early = [{ what: 'Bổ sung quy chế', mendBy: '2026-04-01' }];
			await refused({ findings: early }, 'findings.0.mendBy', 'beforeLook');
			await expect(record({}, clerk)).rejects.toMatchObject({ status: 403 });
			const sideways = { unitId: commune.id, inspected: other.code };
			await expect(record(sideways, clerk)).rejects.toMatchObject({
				problems: [{ rule: 'notBelow' }],
			});
		}));
});
