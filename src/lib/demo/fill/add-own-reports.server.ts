import type { Actor } from '../../contracts/accounts';
import { submitReports } from '../../reports/intake/submit.server';
import { decideReports } from '../../reports/review/decide.server';
import type { Database } from '../../server/db/client';
import type { OwnBatch } from '../history/own-reports';

/** The reports of the province itself and of its organisations, sent and approved in their time. */
export async function addOwnReports(
	database: Database,
	{ reporter, approver }: { reporter: Actor; approver: Actor },
	batches: readonly OwnBatch[],
): Promise<void> {
	for (const { at, reports, approvedAt } of batches) {
		const arrival = { channel: 'api', now: at } as const;
		const results = await submitReports(database, reporter, reports, arrival);
		refuse(results.filter(({ status }) => status !== 'accepted'));
		if (approvedAt === null) continue;
		const decisions = reports.map(({ unit, period }) => ({
			...{ unit, period, revision: 1, comment: '' },
			decision: 'approve' as const,
		}));
		const decided = await decideReports(database, approver, decisions, approvedAt);
		refuse(decided.filter(({ status }) => status !== 'done'));
	}
}

/** What is told keeps the rules of intake; whatever doesn't is a defect of the demo. */
export function refuse(refused: readonly unknown[]): void {
	if (refused.length > 0)
		throw new Error(`The demo breaks a rule: ${JSON.stringify(refused.slice(0, 3))}`);
}
