import { eq, gt, sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeProvince, reportOf } from '../../../../tests/database/province';
import type { TeamsFigures } from '../../contracts/wall';
import { syncCatalogue } from '../../indicators/sync.server';
import { submitReports } from '../../reports/intake/submit.server';
import type { Database } from '../../server/db/client';
import { instant } from '../../server/db/instant';
import { compositionRule, statedTeamSize, team, teamMember } from '../../server/db/schema';
import { readTeamsCondition } from './read-condition.server';

const day = '2026-11-10';

describeDatabase('the condition of teams', (handle) => {
	beforeAll(() => syncCatalogue(handle().database));

	const setUp = async (database: Database) => {
		const province = await makeProvince(database, { communes: 2, villages: 2 });
		const [first, second] = province.communes;
		const [one, two] = first?.villages ?? [];
		const [three, four] = second?.villages ?? [];
		if (!first || !second || !one || !two || !three || !four) throw new Error('two by two');
		const teamOf = async (unitId: number) => {
			const [found] = await database.select().from(team).where(eq(team.unitId, unitId));
			if (!found) throw new Error('The village has a team.');
			return found.id;
		};
		const name = async (
			unitId: number,
			...members: { youth?: boolean; fromOn?: string; untilOn?: string }[]
		) => {
			const teamId = await teamOf(unitId);
			await database.insert(teamMember).values(
				members.map((member, index) => ({
					...{ teamId, fullName: `Người ${index}`, role: 'member' as const },
					...{ fromOn: '2022-04-15', ...member },
				})),
			);
		};
		const demand = (unitId: number | null, least: number, change: { binding?: boolean } = {}) =>
			database.insert(compositionRule).values({
				...{ unitId, level: 'village', kinds: ['cnscd'], validFrom: '2022-05-01' },
				...{ demand: { type: 'size', least, most: null }, document: 'Hướng dẫn', clause: 'mục 1' },
				...{ wordingVi: 'Ít nhất mấy người.', wordingEn: 'At least some people.', ...change },
			});
		const state = async (unitId: number, members: number) =>
			database
				.insert(statedTeamSize)
				.values({ teamId: await teamOf(unitId), statedOn: '2026-01-01', members });
		const read = (on = day, scopeUnitId = province.provinceId, at: Date | null = null) =>
			readTeamsCondition(database, scopeUnitId, on, at);
		return { ...province, first, second, one, two, three, four, name, demand, state, read };
	};
	const counts = ({ active, thin, ageing, withoutYouth }: TeamsFigures) => ({
		...{ active, thin, ageing, withoutYouth },
	});

	it('is of the teams that work on a day, boards and closed ones aside', () =>
		rolledBack(handle(), async (database) => {
			const { first, second, one, two, countryId, read } = await setUp(database);
			await makeProvince(database, { communes: 1, villages: 3, code: '97' });
			await database.insert(team).values([
				{ unitId: first.id, name: 'Tổ của xã', foundedOn: '2022-04-15' },
				{ unitId: first.id, name: 'Ban chỉ đạo', kind: 'board', foundedOn: '2022-04-15' },
				{ unitId: second.id, name: 'Tổ lập sau', foundedOn: '2026-11-11' },
			]);
			await database.update(team).set({ closedOn: day }).where(eq(team.unitId, one.id));
			await database.update(team).set({ closedOn: '2026-11-11' }).where(eq(team.unitId, two.id));
			const total = async (on?: string, scope?: number) => (await read(on, scope)).total;
			expect(await total()).toBe(4);
			expect(await total('2026-11-09')).toBe(5);
			expect(await total('2026-11-11')).toBe(4);
			expect(await total('2022-04-14')).toBe(0);
			expect(await total(day, first.id)).toBe(2);
			expect(await total(day, countryId)).toBe(4);
		}));

	it('is active by a report or work in the last months, and for those just founded', () =>
		rolledBack(handle(), async (database) => {
			const { reporter, one, two, read } = await setUp(database);
			expect(await read()).toMatchObject({ total: 4, active: 0, drawn: { silent: 4, sound: 0 } });
			const sent = await submitReports(database, reporter, [reportOf(one.code, '2026-10', 9, 40)], {
				...{ channel: 'form', now: new Date('2026-10-20T03:00:00Z') },
			});
			expect(sent).toMatchObject([{ status: 'accepted' }]);
			await database.update(team).set({ foundedOn: '2026-09-01' }).where(eq(team.unitId, two.id));
			const shown = await read();
			expect(shown).toMatchObject({ active: 2, drawn: { silent: 2, sound: 2 } });
			expect(shown.limits.silentMonths).toBe(3);
			expect((await read('2027-03-01')).active).toBe(0);
		}));

	it('is thin where a rule that binds it demands more than roster or list have', () =>
		rolledBack(handle(), async (database) => {
			const { provinceId, first, second, one, two, three, name, demand, state, read } =
				await setUp(database);
			await name(one.id, {}, {}, { untilOn: day });
			await name(two.id, {}, {}, {});
			await state(three.id, 2);
			// Of the fourth one nothing is known: nobody can tell.
			expect(await read()).toMatchObject({ thin: 0, limits: { members: null } });
			const other = await makeProvince(database, { communes: 1, villages: 1, code: '97' });
			await demand(other.provinceId, 2);
			await demand(provinceId, 9, { binding: false });
			expect(await read()).toMatchObject({ thin: 0, limits: { members: null } });
			await demand(provinceId, 3);
			const shown = await read();
			expect(shown).toMatchObject({ thin: 2, limits: { members: 3 } });
			// Silent all of them: that is what each is drawn as.
			expect(shown.drawn).toEqual({ silent: 4, thin: 0, ageing: 0, withoutYouth: 0, sound: 0 });
			expect((await read('2026-11-09')).thin).toBe(1);
			await state(one.id, 5);
			expect((await read()).thin).toBe(1);
			expect((await read(day, first.id)).thin).toBe(0);
			expect((await read(day, second.id)).thin).toBe(1);
			expect((await read('2022-04-30')).thin).toBe(0);
		}));

	it('is ageing once nobody new has come for two years, to the day', () =>
		rolledBack(handle(), async (database) => {
			const { one, two, three, name, read } = await setUp(database);
			await name(one.id, {}, { fromOn: '2024-11-09' });
			await name(two.id, {}, { fromOn: '2024-11-10' });
			// Who came since has gone.
			await name(three.id, {}, { fromOn: '2026-01-01', untilOn: '2026-06-01' });
			expect(await read()).toMatchObject({ ageing: 2, limits: { months: 24 } });
			expect((await read('2026-11-09')).ageing).toBe(1);
			expect((await read('2026-05-31')).ageing).toBe(0);
			expect((await read('2026-11-11')).ageing).toBe(3);
		}));

	it('is without youth only where the roster names everybody', () =>
		rolledBack(handle(), async (database) => {
			const { one, two, three, four, name, state, read } = await setUp(database);
			await name(one.id, {}, { youth: true });
			await name(two.id, {}, { youth: true, untilOn: '2026-11-01' });
			await name(three.id, {}, {});
			await state(three.id, 3);
			expect(counts(await read())).toEqual({ active: 0, thin: 0, ageing: 3, withoutYouth: 1 });
			expect((await read('2026-10-31')).withoutYouth).toBe(0);
			// Somebody vouches that a roster names everybody, though a list once stated more.
			await database
				.update(team)
				.set({ rosterCompleteOn: '2026-11-10' })
				.where(eq(team.unitId, three.id));
			await database
				.update(team)
				.set({ rosterCompleteOn: '2026-11-11' })
				.where(eq(team.unitId, four.id));
			expect((await read()).withoutYouth).toBe(2);
			expect((await read('2026-11-11')).withoutYouth).toBe(3);
		}));

	it('is as it had been recorded by an instant, whatever days are entered later', () =>
		rolledBack(handle(), async (database) => {
			const { provinceId, reporter, one, two, three, name, demand, state, read } =
				await setUp(database);
			// The record takes the database's own time, which stands still in a transaction.
			const moment = (hour: number) => new Date(Date.UTC(2026, 10, 10, hour));
			const record = async (hour: number) => {
				for (const table of [team, teamMember, statedTeamSize, compositionRule])
					await database
						.update(table)
						.set({ recordedAt: moment(hour) })
						.where(gt(table.recordedAt, moment(hour)));
				await database.execute(sql`delete from past_row
					where content ->> 'recorded_at' > ${moment(hour).toISOString()}`);
				await database.execute(sql`update past_row set until = ${instant(moment(hour))}
					where until > ${instant(moment(hour))}`);
			};
			await database.execute(sql`delete from past_row`);
			const seen: TeamsFigures[] = [];
			const teamId = sql`(select id from team where unit_id = ${one.id})`;
			const steps: (() => Promise<unknown>)[] = [
				async () => {
					await name(one.id, {}, { youth: true });
					await name(two.id, {}, {});
					await state(three.id, 2);
					await demand(provinceId, 2);
				},
				// Who came and went long ago, as is only known now.
				() => name(two.id, { youth: true, fromOn: '2025-01-01' }),
				() =>
					database.execute(
						sql`update team_member set until_on = '2026-01-01' where youth and team_id = ${teamId}`,
					),
				() => demand(provinceId, 4),
				() => database.execute(sql`update stated_team_size set members = 5`),
				() => database.execute(sql`delete from team_member where team_id = ${teamId}`),
				() => database.update(team).set({ closedOn: '2026-01-01' }).where(eq(team.unitId, two.id)),
				() => database.update(team).set({ closedOn: null }).where(eq(team.unitId, two.id)),
				async () => {
					const reports = [reportOf(one.code, '2026-10', 9, 40)];
					await submitReports(database, reporter, reports, { channel: 'form', now: moment(8) });
				},
			];
			for (const [hour, step] of steps.entries()) {
				await step();
				await record(hour);
				seen.push(await read());
			}
			// A team that is opened again is as it was before it was closed.
			expect(new Set(seen.map((figures) => JSON.stringify(figures))).size).toBe(steps.length - 1);
			for (const [hour, figures] of seen.entries())
				expect(await read(day, provinceId, moment(hour)), String(hour)).toEqual(figures);
		}));

	it('names the communes with most teams that need looking at, and nobody', () =>
		rolledBack(handle(), async (database) => {
			const { reporter, first, second, one, three, four, name, read } = await setUp(database);
			await name(one.id, {}, {});
			const now = new Date('2026-10-20T03:00:00Z');
			const reports = [one, three, four].map(({ code }) => reportOf(code, '2026-10', 9, 40));
			await submitReports(database, reporter, reports, { channel: 'form', now });
			const shown = await read();
			expect(shown.worst).toEqual([
				{ id: first.id, kind: 'xa', name: 'Xã 0', teams: 2, troubled: 1 },
			]);
			expect(JSON.stringify(shown)).not.toContain('Người');
			expect((await read(day, second.id)).worst).toEqual([]);
			expect(Object.values(shown.drawn).reduce((sum, count) => sum + count)).toBe(shown.total);
		}));
});
