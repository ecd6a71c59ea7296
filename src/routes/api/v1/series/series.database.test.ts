import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../../tests/database';
import { makeProvince, reportOf } from '../../../../../tests/database/province';
import { now } from '../../../../../tests/database/three-communes';
import { temporaryFiles } from '../../../../../tests/fixtures/import/files';
import { outline } from '../../../../../tests/fixtures/import/province';
import { importBoundaries } from '../../../../lib/admin-units/import/import-boundaries.server';
import { colourings } from '../../../../lib/contracts/map/colouring';
import { stateOfLetter, type MapSeries } from '../../../../lib/contracts/map/series';
import { classingsOf } from '../../../../lib/coverage/explorer/colouring/classes';
import type { Shown } from '../../../../lib/coverage/explorer/colouring/coloured-snapshot';
import { syncCatalogue } from '../../../../lib/indicators/sync.server';
import { decideReports } from '../../../../lib/reports/review/decide.server';
import { submitReports } from '../../../../lib/reports/intake/submit.server';
import type { Database } from '../../../../lib/server/db/client';
import { publicSeries } from './public-series.server';

const write = temporaryFiles();
const months = ['2026-07', '2026-08', '2026-09', '2026-10'];
/** Households of 100 by commune and month; so few of a month are hidden, all of them together. */
const able = [
	[30, 41, 41, 60],
	[50, 50, 45, 70],
	[20, 2, 20, 2],
	[20, 3, 20, 3],
];

async function setUp(database: Database) {
	await syncCatalogue(database);
	const province = await makeProvince(database, { communes: able.length, villages: 1 });
	const { reporter, approver } = province;
	const publish = async (reports: ReturnType<typeof reportOf>[], revision = 1) => {
		// A count may fall, and be corrected, with a reason.
		const given = reports.map((report) => ({ ...report, reason: 'Đếm lại' }));
		const answers = await submitReports(database, reporter, given, { channel: 'api', now });
		expect(answers.map(({ status }) => status)).toEqual(reports.map(() => 'accepted'));
		const decided = reports.map(({ unit, period }) => ({
			...{ unit, period, decision: 'approve' as const, revision, comment: '' },
		}));
		await decideReports(database, approver, decided, now);
	};
	const features = province.communes.map(({ code }, index) =>
		outline({ code, name: `Xã ${index}`, column: index, row: 0 }),
	);
	const file = write('communes.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
	await importBoundaries(database, file, { validOn: '2026-01-01' });
	for (const [at, period] of months.entries()) {
		const reports = province.communes.map(({ code }, index) =>
			reportOf(code, period, able[index]?.[at] ?? 0, 100),
		);
		await publish(reports);
	}
	const read = async (shown: Partial<Shown>, later = 0): Promise<MapSeries> => {
		const json = await publicSeries(database, {
			...{ measure: 'allFive', colouring: 'level', classing: 'fixed', ...shown },
			...{ homeCode: '98', until: undefined, now: new Date(now.getTime() + later) },
		});
		return JSON.parse(json ?? 'null') as MapSeries;
	};
	return { ...province, publish, read };
}

const lastOf = ({ months: all }: MapSeries) => all.slice(-months.length);

describeDatabase('months of a map to be played', (handle) => {
	it('have of each commune what its map is coloured by, as it is written there', () =>
		rolledBack(handle(), async (database) => {
			const { read } = await setUp(database);
			const valuesOf = async (shown: Partial<Shown>) =>
				lastOf(await read(shown)).map(({ values }) => values?.slice(0, 2));
			expect(await valuesOf({ colouring: 'growth1' })).toEqual([
				[null, null],
				[110, 0],
				[0, -50],
				[190, 250],
			]);
			expect(await valuesOf({ colouring: 'growth3' })).toEqual([
				...Array<null[]>(3).fill([null, null]),
				[300, 200],
			]);
			expect(await valuesOf({ colouring: 'checked' })).toEqual(Array(4).fill([0, 0]));
			const [july, , , october] = lastOf(await read({ colouring: 'growth1' }));
			expect(
				Array.from(october?.states ?? '')
					.slice(0, 2)
					.map(stateOfLetter),
			).toEqual(['class5', 'class5']);
			expect(stateOfLetter(july?.states[0] ?? '')).toBe('incomparable');
			expect(october?.shares.slice(0, 2)).toEqual([600, 700]);
			const classes = lastOf(await read({ classing: 'quantiles' })).map((month) => month.classes);
			expect(classes[0]?.bounds).toEqual([0.3, 0.5]);
			expect(classes[3]?.bounds).toEqual([0.7]);
		}));

	it('have nothing, however they are coloured, of what is hidden', () =>
		rolledBack(handle(), async (database) => {
			const { read } = await setUp(database);
			const level = lastOf(await read({}));
			// Of a count that is hidden the class is told.
			expect(level.map(({ states }) => Array.from(states).slice(2).map(stateOfLetter))).toEqual([
				['class1', 'class1'],
				['class0', 'class0'],
				['class1', 'class1'],
				['class0', 'class0'],
			]);
			expect(level.map(({ shares }) => shares.slice(2))).toEqual([
				[200, 200],
				[null, null],
				[200, 200],
				[null, null],
			]);
			for (const colouring of colourings.filter(
				(one) => one !== 'punctuality' && one !== 'checked',
			))
				for (const classing of classingsOf(colouring)) {
					const played = lastOf(await read({ colouring, classing }));
					for (const at of [1, 3]) {
						const month = played[at];
						expect(month?.shares.slice(2)).toEqual([null, null]);
						expect(month?.values?.slice(2) ?? [null, null]).toEqual([null, null]);
					}
					// What grew since a month in which it was hidden isn't told either.
					expect(colouring === 'growth1' ? played[2]?.values?.slice(2) : [null, null]).toEqual([
						null,
						null,
					]);
				}
		}));

	it('are read anew soon after something changed', () =>
		rolledBack(handle(), async (database) => {
			const { read, publish, communes } = await setUp(database);
			const grown = async (later: number) =>
				lastOf(await read({ colouring: 'growth1' }, later)).at(-1)?.values?.[0];
			expect(await grown(0)).toBe(190);
			await publish([reportOf(communes[0]?.code ?? '', '2026-10', 80, 100)], 2);
			expect(await grown(19_000)).toBe(190);
			expect(await grown(21_000)).toBe(390);
		}));
});
