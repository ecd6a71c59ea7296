import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import {
	bringTo,
	communeOf,
	fillDossier,
	inTime,
	listNominee,
	makeSeason,
	personOf,
	stepNominee,
	tooLate,
	type TestSeason,
} from '../../../../tests/database/award-season';
import { makeAccount, reportOf } from '../../../../tests/database/province';
import { syncCatalogue } from '../../indicators/sync.server';
import { submitReports } from '../../reports/intake/submit.server';
import { decideReports } from '../../reports/review/decide.server';
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from '../../server/errors';
import { openSeason } from '../season/open.server';
import { readCategories } from '../season/read.server';
import { recordDecision } from './decide.server';
import { addEvidence } from './evidence.server';
import { listNominations } from './list.server';
import { putForward } from './put-forward.server';
import { readDossier } from './read-dossier.server';
import { addRecord } from './records.server';
import { setDossierRule } from './rule.server';
import { serveEvidence } from './serve-file.server';
import { stepMany } from './step.server';

describeDatabase('nominations of a season', (handle) => {
	it('go from a draft to the list, and nobody checks what they put forward', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { nominator, committee, seasonId } = season;
			const id = await fillDossier(database, season, communeOf(season), { parts: ['minutes'] });
			await expect(stepNominee(database, committee, season, id, { step: 'list' })).rejects.toThrow(
				ConflictError,
			);
			expect(await stepNominee(database, nominator, season, id, { step: 'submit' })).toBe(
				'submitted',
			);
			const missing = stepNominee(database, committee, season, id, { step: 'complete' });
			await expect(missing).rejects.toMatchObject({
				problems: [{ field: 'submissionLetter' }, { field: 'achievementReport' }],
			});
			await expect(
				stepNominee(database, committee, season, id, { step: 'return' }),
			).rejects.toThrow(InvalidError);
			const reason = 'Thiếu tờ trình và báo cáo thành tích';
			await stepNominee(database, committee, season, id, { step: 'return', reason });
			const view = await readDossier(database, nominator, { seasonId, nominationId: id });
			expect(view.events.at(-1)).toMatchObject({ state: 'returned', text: reason });
			expect(view.checked.map(({ part, held }) => [part, held])).toEqual([
				['submissionLetter', 0],
				['achievementReport', 0],
				['minutes', 1],
			]);
			const own = await fillDossier(
				database,
				season,
				{ categoryId: season.communes.id, unitId: season.other.id },
				{ by: committee },
			);
			await stepNominee(database, committee, season, own, { step: 'submit' });
			await expect(
				stepNominee(database, committee, season, own, { step: 'complete' }),
			).rejects.toThrow(ConflictError);
		}));

	it('come in late and are kept; one that was returned stays as it first came in', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { nominator, committee, seasonId } = season;
			const late = await fillDossier(database, season, communeOf(season));
			await stepNominee(database, nominator, season, late, { step: 'submit' }, tooLate);
			const returned = await fillDossier(database, season, personOf(season));
			await stepNominee(database, nominator, season, returned, { step: 'submit' });
			const reason = 'Ghi rõ số hộ đã hướng dẫn';
			await stepNominee(database, committee, season, returned, { step: 'return', reason });
			await stepNominee(database, nominator, season, returned, { step: 'submit' }, tooLate);
			const { nominations } = await listNominations(database, committee, seasonId);
			expect(nominations.map(({ id, late: isLate, state }) => [id, isLate, state])).toEqual([
				[late, true, 'submitted'],
				[returned, false, 'submitted'],
			]);
		}));

	it('are seen by their nominators and the committee alone: not by others, not by administrators', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { seasonId, keeper, other } = season;
			const id = await fillDossier(database, season, personOf(season));
			const neighbour = await makeAccount(database, 'neighbour', 'reporter', other.id);
			for (const actor of [keeper, neighbour, season.chair]) {
				const which = { seasonId, nominationId: id };
				if (actor !== season.chair) {
					await expect(readDossier(database, actor, which)).rejects.toThrow(NotFoundError);
					await expect(serveEvidence(database, actor, { ...which, evidenceId: 1 })).rejects.toThrow(
						NotFoundError,
					);
					expect((await listNominations(database, actor, seasonId)).nominations).toEqual([]);
				}
			}
			await expect(
				putForward(
					database,
					neighbour,
					seasonId,
					{ ...personOf(season), merits: 'Một việc tốt đã làm ở nơi khác.' },
					inTime,
				),
			).rejects.toThrow(ForbiddenError);
		}));

	it('take figures from approved reports alone, with the moment of approval', () =>
		rolledBack(handle(), async (database) => {
			await syncCatalogue(database);
			const season = await makeSeason(database);
			const { seasonId, nominator, one, province } = season;
			const id = await fillDossier(database, season, communeOf(season));
			const add = () =>
				addEvidence(
					database,
					nominator,
					{ seasonId, nominationId: id },
					{ input: { part: 'approvedReport', period: '2026-05' }, file: null, now: inTime },
				);
			const sent = new Date('2026-05-20T02:00:00Z');
			const report = reportOf(one.code, '2026-05', 40, 100);
			await submitReports(database, province.reporter, [report], { channel: 'form', now: sent });
			await expect(add()).rejects.toMatchObject({ problems: [{ rule: 'notApproved' }] });
			const approvedAt = new Date('2026-05-25T02:00:00Z');
			await decideReports(
				database,
				province.approver,
				[{ unit: one.code, period: '2026-05', decision: 'approve', revision: 1, comment: '' }],
				approvedAt,
			);
			await add();
			const { evidence } = await readDossier(database, nominator, { seasonId, nominationId: id });
			expect(evidence.at(-1)).toMatchObject({
				...{ part: 'approvedReport', source: '2026-05', approvedAt: '2026-05-25T02:00:00Z' },
				figures: expect.arrayContaining([
					{ name: 'allFive', value: 40, qualifier: '=' },
				]) as unknown,
			});
		}));

	it('say what is on record against them, with its source, and that somebody stands twice', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { seasonId, committee, nominator, one } = season;
			const id = await fillDossier(database, season, communeOf(season));
			const record = {
				...{ unitId: one.id, teamId: null, memberId: null, title: 'Bằng khen', achievement: '' },
				source: 'Quyết định 5/QĐ-UBND (minh họa)',
			};
			const keep = (given: object) =>
				addRecord(database, committee, seasonId, { ...record, ...given }, inTime);
			await keep({ kind: 'award', happenedOn: '2025-10-10' });
			await keep({ kind: 'award', happenedOn: '2020-10-10' });
			await keep({ kind: 'falseReport', happenedOn: '2026-02-01' });
			await expect(keep({ kind: 'award', happenedOn: '2025-10-10' })).rejects.toThrow(InvalidError);
			await expect(addRecord(database, nominator, seasonId, record, inTime)).rejects.toThrow();
			const { flags } = await readDossier(database, committee, { seasonId, nominationId: id });
			expect(flags.map(({ kind }) => kind)).toEqual(['recentAward', 'falseReport']);
			expect(flags[0]).toMatchObject({ fact: { source: record.source } });
			await expect(
				putForward(
					database,
					nominator,
					seasonId,
					{
						...communeOf(season),
						teamId: null,
						memberId: null,
						merits: 'Lần thứ hai trong một mùa.',
					},
					inTime,
				),
			).rejects.toThrow(ConflictError);
		}));

	it('say that a decision of an earlier season awarded the candidate, and by which', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { committee, keeper, seasonId } = season;
			const awarded = await listNominee(database, season, communeOf(season));
			const person = await listNominee(database, season, personOf(season));
			await bringTo(database, season, 'closed');
			const decision = { decisionNumber: '1630/QĐ-UBND', decidedOn: '2026-10-01' };
			const decided = { ...decision, awarded: [awarded] };
			await recordDecision(database, committee, seasonId, decided, tooLate);
			const nextId = await openSeason(
				database,
				keeper,
				{
					...{ unitId: season.province.provinceId, year: 2027, name: 'Xét tặng năm 2027' },
					...{ basis: 'Hướng dẫn số 02 (minh họa)', countsFrom: '2026-07-01' },
					countsUntil: '2027-06-30',
					categories: [
						{ kind: 'commune', name: 'Xã của năm', quota: 1 },
						{ kind: 'individual', name: 'Người của năm', quota: 2 },
					],
				},
				tooLate,
			);
			const [communes, individuals] = await readCategories(database, nextId);
			if (!communes || !individuals) throw new Error('two categories');
			const next = { ...season, seasonId: nextId, communes, individuals };
			const flagsOf = async ({ seasonId: id }: TestSeason, nominationId: number) => {
				const which = { seasonId: id, nominationId };
				return (await readDossier(database, committee, which)).flags;
			};
			expect(await flagsOf(next, await fillDossier(database, next, communeOf(next)))).toEqual([
				{
					kind: 'recentAward',
					fact: {
						...{ kind: 'award', happenedOn: '2026-10-01', title: 'Xã tiêu biểu' },
						achievement: 'Hướng dẫn từng hộ trong thôn cho đến khi làm được.',
						source: '1630/QĐ-UBND',
					},
				},
			]);
			// Who stood on the list and wasn't awarded has nothing on record; nor has who stands once, by itself.
			expect(await flagsOf(next, await fillDossier(database, next, personOf(next)))).toEqual([]);
			for (const id of [awarded, person]) expect(await flagsOf(season, id)).toEqual([]);
		}));

	it('are listed many at once by the check of one', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { committee, nominator, seasonId } = season;
			const whole = await fillDossier(database, season, communeOf(season));
			const thin = await fillDossier(database, season, personOf(season), { parts: [] });
			for (const id of [whole, thin])
				await stepNominee(database, nominator, season, id, { step: 'submit' });
			const which = { seasonId, nominationIds: [whole, thin, 999_999] };
			const left = await stepMany(database, committee, which, { step: 'complete' }, inTime);
			expect(left).toEqual([thin, 999_999]);
		}));

	it('follow the season’s own checklist', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { committee, nominator, seasonId } = season;
			await setDossierRule(database, committee, seasonId, {
				parts: [{ part: 'photo', kinds: ['individual'], legalBasis: 'Hướng dẫn (minh họa)' }],
				...{ eraseAfterMonths: 12, eraseBasis: 'Luật 91/2025' },
			});
			const id = await fillDossier(database, season, communeOf(season), { parts: [] });
			await stepNominee(database, nominator, season, id, { step: 'submit' });
			expect(await stepNominee(database, committee, season, id, { step: 'complete' })).toBe(
				'completed',
			);
			const rule = { parts: [], eraseAfterMonths: 12, eraseBasis: 'Luật 91/2025' };
			await expect(setDossierRule(database, nominator, seasonId, rule)).rejects.toThrow(
				ForbiddenError,
			);
		}));
});
