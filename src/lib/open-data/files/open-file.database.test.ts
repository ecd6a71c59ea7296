import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeProvince, reportOf } from '../../../../tests/database/province';
import { newestVersion } from '../../coverage/record/read-version.server';
import { syncCatalogue } from '../../indicators/sync.server';
import { submitReports } from '../../reports/intake/submit.server';
import { decideReports } from '../../reports/review/decide.server';
import type { Database } from '../../server/db/client';
import { boundaryLayer } from '../../server/db/schema';
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
		const reports = [reportOf(unit, period, 40, 100)];
		await submitReports(database, reporter, reports, { channel: 'api', now });
		const decision = { unit, period, decision: 'approve', revision: 1, comment: '' } as const;
		await decideReports(database, approver, [decision], now);
		const number = (await newestVersion(database, provinceId, period))?.number ?? 0;
		/** The province is drawn anew. */
		const draw = (hash: string) => {
			const units = { type: 'GeometryCollection', geometries: [] };
			const layer = JSON.stringify({ type: 'Topology', objects: { units }, arcs: [] });
			const drawn = { hash, gzip: gzipSync(layer), byteLength: layer.length };
			return database
				.insert(boundaryLayer)
				.values({
					...{ scopeUnitId: provinceId, structureFrom: '2026-01-01', brotli: new Uint8Array() },
					...drawn,
				})
				.onConflictDoUpdate({
					target: [boundaryLayer.scopeUnitId, boundaryLayer.structureFrom],
					set: drawn,
				});
		};
		const open = (name: string) =>
			openFile(database, { homeCode: '98', period, number, name, today: '2026-11-05' });
		return { draw, open };
	};

	it('has another tag once what it holds is drawn anew, and never two contents under one', () =>
		rolledBack(handle(), async (database) => {
			const { draw, open } = await setUp(database);
			const contents = async () =>
				Object.fromEntries(
					await Promise.all(
						['communes.geojson', 'SHA256SUMS', 'datapackage.json', 'communes.csv'].map(
							async (name) => {
								const { tag, read } = await open(name);
								return [name, { tag, text: new TextDecoder().decode(await read()) }] as const;
							},
						),
					),
				);
			await draw('first');
			const first = await contents();
			await draw('second');
			const second = await contents();
			for (const name of ['communes.geojson', 'SHA256SUMS', 'datapackage.json']) {
				expect(second[name]?.text).not.toBe(first[name]?.text);
				expect(second[name]?.tag).not.toBe(first[name]?.tag);
			}
			expect(second['communes.geojson']?.text).toContain('"boundaries":"second"');
			expect(second['communes.csv']).toEqual(first['communes.csv']);
			expect(await contents()).toEqual(second);
		}));
});
