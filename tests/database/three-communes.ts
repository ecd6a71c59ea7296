import { readCoverageMonth } from '../../src/lib/reports/status/coverage-month.server';
import { decideReports } from '../../src/lib/reports/review/decide.server';
import { submitReports } from '../../src/lib/reports/intake/submit.server';
import { syncCatalogue } from '../../src/lib/indicators/sync.server';
import type { Actor } from '../../src/lib/contracts/accounts';
import type { Database } from '../../src/lib/server/db/client';
import { makeProvince } from './province';

/** In the days in which October 2026 is the latest month whose deadline has passed. */
export const now = new Date('2026-11-02T03:00:00Z');

/** A province of three communes with two villages each, its reports, and what a screen opens with. */
export async function makeThreeCommunes(database: Database) {
	await syncCatalogue(database);
	const province = await makeProvince(database, { communes: 3, villages: 2 });
	const [first, second, third] = province.communes;
	if (!first || !second || !third) throw new Error('three communes');
	const submit = (...inputs: unknown[]) =>
		submitReports(database, province.reporter, inputs, { channel: 'api', now });
	const approve = (unit: string, period = '2026-10') =>
		decideReports(
			database,
			province.approver,
			[{ unit, period, decision: 'approve', revision: 1, comment: '' }],
			now,
		);
	const screen = async (actor: Actor | null) => {
		const opened = await readCoverageMonth(database, {
			homeCode: '98',
			periodCode: undefined,
			actor,
			now,
		});
		if (!opened) throw new Error('the province is there');
		return opened.snapshot;
	};
	return { ...province, first, second, third, submit, approve, screen };
}
