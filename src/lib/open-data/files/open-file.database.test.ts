import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { drawOutlines } from '../../../../tests/database/outlines';
import { makeProvince, reportOf } from '../../../../tests/database/province';
import { newestVersion } from '../../coverage/record/read-version.server';
import { syncCatalogue } from '../../indicators/sync.server';
import { submitReports } from '../../reports/intake/submit.server';
import { decideReports } from '../../reports/review/decide.server';
import type { Database } from '../../server/db/client';
import { openFile } from './open-file.server';

const period = '2026-10';
const now = new Date('2026-11-02T03:00:00Z');

describeDatabase('a file of an edition', (handle) => {
	const setUp = async (database: Database) => {
		await syncCatalogue(database);
		const { communes, provinceId, reporter, approver } = await makeProvince(database, {
			...{ communes: 1, villages: 1 },
		});
		const unit = communes[0]?.code ?? '';
		const approve = async (able: number) => {
			const reports = [{ ...reportOf(unit, period, able, 100), reason: 'counted again' }];
			const [sent] = await submitReports(database, reporter, reports, { channel: 'api', now });
			const revision = sent?.status === 'accepted' ? sent.revision : 0;
			const decision = { unit, period, decision: 'approve', revision, comment: '' } as const;
			await decideReports(database, approver, [decision], now);
			return (await newestVersion(database, provinceId, period))?.number ?? 0;
		};
		const number = await approve(40);
		const [commune] = communes;
		/** The commune is as wide as said, in hundredths of a degree. */
		const draw = (width: number) => drawOutlines(database, [commune?.id ?? 0], width);
		const contents = async (edition: number) =>
			Object.fromEntries(
				await Promise.all(
					['communes.geojson', 'SHA256SUMS', 'datapackage.json', 'communes.csv'].map(
						async (name) => {
							const asked = { homeCode: '98', period, number: edition, name, today: '2026-11-05' };
							const { tag, read } = await openFile(database, asked);
							return [name, { tag, text: new TextDecoder().decode(await read()) }] as const;
						},
					),
				),
			);
		return { approve, draw, number, contents };
	};

	it('keeps the outlines that held when it was made', () =>
		rolledBack(handle(), async (database) => {
			const { approve, draw, number, contents } = await setUp(database);
			await draw(5);
			const made = await contents(number);
			expect(made['communes.geojson']?.text).toContain('"type":"MultiPolygon"');
			await draw(7);
			expect(await contents(number)).toEqual(made);
			const next = await contents(await approve(50));
			const outlines = (text = '') => /"boundaries":"(\w+)"/.exec(text)?.[1];
			expect(outlines(next['communes.geojson']?.text)).toHaveLength(64);
			expect(outlines(next['communes.geojson']?.text)).not.toBe(
				outlines(made['communes.geojson']?.text),
			);
			await draw(5);
			expect(await contents(number)).toEqual(made);
		}));

	it('gets the first outlines ever drawn, under another tag', () =>
		rolledBack(handle(), async (database) => {
			const { draw, number, contents } = await setUp(database);
			const bare = await contents(number);
			await draw(5);
			const drawn = await contents(number);
			for (const name of ['communes.geojson', 'SHA256SUMS', 'datapackage.json']) {
				expect(drawn[name]?.text).not.toBe(bare[name]?.text);
				expect(drawn[name]?.tag).not.toBe(bare[name]?.tag);
			}
			expect(drawn['communes.csv']).toEqual(bare['communes.csv']);
		}));
});
