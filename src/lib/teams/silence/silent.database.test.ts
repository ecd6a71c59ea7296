import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { setUpTeams } from '../../../../tests/database/teams';
import { reportOf } from '../../../../tests/database/province';
import { submitReports } from '../../reports/intake/submit.server';
import { forgetRecording } from '../../server/db/rows-as-of';
import { activity, activityChange } from '../../server/db/schema';
import { saveTeams } from '../save-teams.server';
import { readSilentTeams } from './read-silent.server';

const day = '2026-11-10';

describeDatabase('silent teams', (handle) => {
	it('are those without a report or an entry of their own for three months, and no new ones', () =>
		rolledBack(handle(), async (database) => {
			const { officer, reporter, commune, village, second, first, other } =
				await setUpTeams(database);
			const [project06 = 0, fresh = 0, board = 0] = await saveTeams(database, officer, [
				{ unitId: village.id, name: 'Tổ Đề án 06', kind: 'project06', foundedOn: '2022-05-01' },
				{ unitId: village.id, name: 'Tổ mới', kind: 'youth5299', foundedOn: '2026-09-01' },
				{
					...{ unitId: commune.id, name: 'Ban chỉ đạo', kind: 'board' },
					foundedOn: '2022-05-01',
				},
			]);
			const asked = [first, other, project06, fresh, board];
			const silent = async (on = day) =>
				[...(await readSilentTeams(database, asked, on, null))].sort((a, b) => a - b);
			expect(await silent()).toEqual([first, other, project06]);

			const note = (teamId: number | null, heldOn: string, cancelledAt: Date | null = null) =>
				database.insert(activity).values({
					...{ key: `${teamId}-${heldOn}`, unitId: village.id, teamId },
					...{
						kind: 'outreachSession',
						topic: 'other',
						heldOn,
						place: '',
						byYouth: false,
						note: '',
						cancelledAt,
					},
					...{ recordedBy: officer.accountId, recordedAt: new Date('2026-11-01T00:00:00Z') },
				});
			await note(first, '2026-08-10');
			await note(first, '2026-09-01', new Date('2026-09-02T00:00:00Z'));
			expect(await silent()).toContain(first);
			await note(first, '2026-08-11');
			expect(await silent()).toEqual([other, project06]);

			await submitReports(database, reporter, [reportOf(second.code, '2026-10', 10, 100)], {
				channel: 'form',
				now: new Date('2026-10-20T03:00:00Z'),
			});
			expect(await silent()).toEqual([project06]);
			expect(await silent('2027-03-01')).toEqual([first, other, project06, fresh]);
		}));

	it('were so as far as had been recorded by an instant', () =>
		rolledBack(handle(), async (database) => {
			const { officer, reporter, village, second, first, other } = await setUpTeams(database);
			// Founded by the database's own time, which is no matter here.
			await forgetRecording(database);
			const at = (hour: number) => new Date(Date.UTC(2026, 10, 10, hour));
			const silent = async (hour: number) =>
				[...(await readSilentTeams(database, [first, other], day, at(hour)))].sort((a, b) => a - b);
			const content = {
				...({ kind: 'outreachSession', topic: 'other', heldOn: '2026-09-15', place: '' } as const),
				...{ byYouth: false, note: '' },
			};
			const by = { recordedBy: officer.accountId, recordedAt: at(1) };
			const [entry] = await database
				.insert(activity)
				.values({ key: 'one', unitId: village.id, teamId: first, ...content, ...by })
				.returning();
			if (!entry) throw new Error('It was inserted.');
			await database.insert(activityChange).values({
				...{ activityId: entry.id, change: 'corrected', reason: 'Nhầm ngày', changedAt: at(2) },
				...{ changedBy: officer.accountId, before: entry },
			});
			await database.update(activity).set({ heldOn: '2026-01-15' });
			expect(await silent(0)).toEqual([first, other]);
			expect(await silent(1)).toEqual([other]);
			expect(await silent(2)).toEqual([first, other]);
			await database.update(activity).set({ heldOn: '2026-09-15', cancelledAt: at(4) });
			expect(await silent(3)).toEqual([other]);
			expect(await silent(4)).toEqual([first, other]);

			const reports = [reportOf(second.code, '2026-10', 10, 100)];
			await submitReports(database, reporter, reports, { channel: 'form', now: at(5) });
			expect(await silent(4)).toEqual([first, other]);
			expect(await silent(5)).toEqual([first]);
		}));
});
