import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../tests/database';
import { makeProvince, reportOf } from '../../../../tests/database/province';
import { syncCatalogue } from '../../indicators/sync.server';
import type { DatabaseHandle } from '../../server/db/client';
import { submitReports } from '../intake/submit.server';
import { decideReports } from './decide.server';

const now = new Date('2026-10-20T03:00:00Z');
const period = '2026-10';

// Only PostgreSQL runs two transactions at once.
let handle: DatabaseHandle;
beforeAll(async () => {
	handle = await openTestDatabase('postgres');
	await syncCatalogue(handle.database);
});
afterAll(() => handle.close());

it('one revision is approved or returned, never both', async () => {
	const { database } = handle;
	const { communes, reporter, approver } = await makeProvince(database, {
		communes: 1,
		villages: 8,
	});
	const villages = communes.flatMap((commune) => commune.villages.map(({ code }) => code));
	const inputs = villages.map((code) => reportOf(code, period, 60, 100));
	await submitReports(database, reporter, inputs, { channel: 'api', now });
	for (const unit of villages) {
		const decide = (decision: 'approve' | 'return') => {
			const request = { unit, period, decision, revision: 1, comment: 'xem lại' };
			return decideReports(database, approver, [request], now);
		};
		const answers = (await Promise.all([decide('approve'), decide('return')])).flat();
		expect(answers.filter(({ status }) => status === 'done')).toHaveLength(1);
		expect(answers).toContainEqual({ status: 'refused', unit, period, reason: 'alreadyDecided' });
	}
});
