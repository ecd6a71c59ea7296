import fc from 'fast-check';
import { eq, sql } from 'drizzle-orm';
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince } from '../../../../tests/database/province';
import { names, phones, positions } from '../../../../tests/fixtures/papers/people';
import type { Actor } from '../../contracts/accounts';
import type { TeamFileKind } from '../../contracts/teams/files';
import { queryRows, type Database } from '../../server/db/client';
import { auditLog, statedTeamSize, teamMember } from '../../server/db/schema';
import { saveMembers } from '../../teams/save-members.server';
import { saveTeams } from '../../teams/save-teams.server';
import { confirmImport } from './confirm-import.server';
import { exportTeams, teamExports, type TeamExport } from './export-teams.server';
import { readImport } from './read-import.server';
import { takeImport } from './take-import.server';

const now = new Date('2026-10-20T03:00:00Z');
const day = '2026-10-20';

const teams = fc.array(
	fc.record({
		leader: fc.option(names, { nil: null }),
		position: positions,
		phone: phones,
		others: fc.uniqueArray(names, {
			maxLength: 3,
			selector: (name) => name.normalize('NFD').replace(/\P{L}/gu, '').toLowerCase(),
		}),
		stated: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
		named: fc.constantFrom('Thôn', 'Tổ công nghệ số cộng đồng thôn', 'Tổ Đề án 06 thôn'),
	}),
	{ minLength: 4, maxLength: 4 },
);

async function setUp(database: Database) {
	const province = await makeProvince(database, { communes: 2, villages: 2 });
	const villages = province.communes.flatMap((commune) => commune.villages);
	return { ...province, villages };
}

async function fill(
	database: Database,
	actor: Actor,
	villages: readonly { id: number }[],
	made: readonly {
		leader: string | null;
		position: string;
		phone: string;
		others: string[];
		stated: number | null;
		named: string;
	}[],
): Promise<void> {
	const rows = await queryRows<{ id: number; unitId: number }>(
		database,
		sql`select id, unit_id as "unitId" from team order by id`,
	);
	for (const [index, village] of villages.entries()) {
		const team = made[index];
		const id = rows.find(({ unitId }) => unitId === village.id)?.id;
		if (!team || id === undefined) throw new Error('Every village has a team.');
		const name = `${team.named} ${(index % 2) + 1}`;
		await saveTeams(database, actor, [{ id, unitId: village.id, name, foundedOn: '2022-04-15' }]);
		const member = { teamId: id, fromOn: '2022-04-15' };
		await saveMembers(database, actor, [
			...(team.leader === null
				? []
				: [
						{
							...member,
							fullName: team.leader,
							role: 'leader',
							position: team.position,
							phone: team.phone,
						},
					]),
			...team.others.map((fullName) => ({ ...member, fullName, phone: team.phone, skills: [2] })),
		]);
		if (team.stated !== null)
			await database
				.insert(statedTeamSize)
				.values({ teamId: id, statedOn: '2022-05-01', members: team.stated });
	}
}

async function take(
	database: Database,
	actor: Actor,
	kind: TeamFileKind,
	content: Uint8Array,
): Promise<{ id: string; preview: Awaited<ReturnType<typeof readImport>> }> {
	const files = [{ name: 'a.xlsx', content }];
	const taken = await takeImport(database, actor, { kind, day, files }, now);
	if (!('id' in taken)) throw new Error(taken.refused.refusal);
	const { id } = taken;
	return { id, preview: await readImport(database, actor, id, { state: undefined, page: 1 }) };
}

/** The cells of the list, whatever the file's own heading says. */
async function cellsOf(content: Uint8Array): Promise<unknown[][]> {
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.load(new Uint8Array(content).buffer);
	const rows: unknown[][] = [];
	workbook.worksheets[0]?.eachRow(({ values }) => rows.push(values as unknown[]));
	return rows;
}

describeDatabase('files about teams that go out and come back', (handle) => {
	const out = (database: Database, actor: Actor, file: TeamExport) =>
		exportTeams(database, actor, { file, unit: '98', day });

	it('change nothing where they came from', async () => {
		await fc.assert(
			fc.asyncProperty(teams, (made) =>
				rolledBack(handle(), async (database) => {
					const { reporter, villages } = await setUp(database);
					await fill(database, reporter, villages, made);
					for (const [kind, file] of [
						['appendix', 'xlsx'],
						['roster', 'roster'],
					] as const) {
						const { content } = await out(database, reporter, file);
						const members = await database.select().from(teamMember);
						if (kind === 'roster' && members.length === 0) continue;
						const { preview } = await take(database, reporter, kind, content);
						expect(
							preview.rows.flatMap(({ changes, problems }) => [...changes, ...problems]),
						).toEqual([]);
						expect(preview.counts).toMatchObject({ new: 0, changed: 0, wrong: 0 });
						expect(preview.rows).toHaveLength(kind === 'appendix' ? 4 : members.length);
					}
				}),
			),
			{ numRuns: 3 },
		);
	});

	it('say in an empty register what they said where they came from', async () => {
		await fc.assert(
			fc.asyncProperty(teams, (made) =>
				rolledBack(handle(), async (database) => {
					const { reporter, villages } = await setUp(database);
					await fill(database, reporter, villages, made);
					const { content } = await out(database, reporter, 'xlsx');
					await database.execute(sql`delete from stated_team_size`);
					await database.execute(sql`delete from team_member`);
					await database.execute(sql`delete from team`);
					const { id, preview } = await take(database, reporter, 'appendix', content);
					expect(preview.counts).toEqual({ new: 4, changed: 0, same: 0, wrong: 0 });
					await confirmImport(database, reporter, id, now);
					const again = await out(database, reporter, 'xlsx');
					expect(await cellsOf(again.content)).toEqual(await cellsOf(content));
				}),
			),
			{ numRuns: 3 },
		);
	});

	it('state their totals as they are read', () =>
		rolledBack(handle(), async (database) => {
			const { reporter, villages } = await setUp(database);
			const team = {
				leader: 'Lê Văn Bé',
				position: '',
				phone: '',
				others: [],
				stated: 1200,
				named: 'Thôn',
			};
			await fill(database, reporter, villages, [team, team, team, team]);
			const { preview } = await take(
				database,
				reporter,
				'appendix',
				(await out(database, reporter, 'xlsx')).content,
			);
			expect(preview.totals).toEqual([
				{ sheet: '', teams: 4, members: 4800, statedTeams: 4, statedMembers: 4800 },
			]);
		}));

	it('go only to those who keep the teams, and leave a trace', () =>
		rolledBack(handle(), async (database) => {
			const { reporter, approver, provinceId, communes } = await setUp(database);
			for (const file of teamExports)
				expect((await out(database, reporter, file)).content.byteLength).toBeGreaterThan(1000);
			await out(database, approver, 'xlsx');
			const entries = await database
				.select()
				.from(auditLog)
				.where(eq(auditLog.action, 'roster.export'))
				.orderBy(auditLog.id);
			expect(entries.map(({ subject, details }) => ({ subject, details }))).toEqual(
				[...teamExports, 'xlsx'].map((file) => ({
					subject: `unit:${provinceId}`,
					details: { file, day, teams: 4 },
				})),
			);
			for (const role of ['viewer', 'committee'] as const) {
				const actor = await makeAccount(database, role, role, provinceId);
				await expect(out(database, actor, 'xlsx')).rejects.toMatchObject({ status: 404 });
			}
			const own = await makeAccount(database, 'own', 'reporter', communes[0]?.id ?? 0);
			await expect(out(database, own, 'xlsx')).rejects.toMatchObject({ status: 404 });
			await expect(
				exportTeams(database, own, {
					file: 'xlsx',
					unit: communes[0]?.code ?? '',
					day: '2022-01-01',
				}),
			).rejects.toMatchObject({ status: 404 });
		}));
});
