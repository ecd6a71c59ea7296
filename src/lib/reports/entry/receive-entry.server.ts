import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { ForbiddenError } from '../../server/errors';
import { readIntakeContext, unitKey } from '../intake/intake-context.server';
import { parseReport } from '../intake/parse-report';
import type { ReportInput } from '../schemas';
import { submitReports } from '../intake/submit.server';
import { readNewestRevisions } from './newest-revisions.server';
import type { EntryAnswer, StoredRevision } from './work';

/**
 * Takes in one report from a phone's queue. A phone is shared: `owner` is the account whose report
 * it is, and the session may be another's by the time it is sent.
 * @throws ForbiddenError when it is.
 */
export async function receiveEntry(
	database: Database,
	actor: Actor,
	{ owner, report }: { owner: number; report: unknown },
	now: Date,
): Promise<EntryAnswer> {
	if (owner !== actor.accountId) throw new ForbiddenError("This report is another account's.");
	const arrival = { channel: 'offline', now } as const;
	const [result] = await submitReports(database, actor, [report], arrival);
	const { input } = parseReport(report);
	const newest = input ? await readNewest(database, actor, input, now) : null;
	if (result?.status === 'accepted')
		return {
			status: 'accepted',
			revision: result.revision,
			receivedAt: newest?.revision === result.revision ? newest.receivedAt : now.toISOString(),
		};
	return { status: 'rejected', problems: result?.problems ?? [], newest };
}

/** What stands now; null also where the actor may not know. */
async function readNewest(
	database: Database,
	actor: Actor,
	{ unit, period }: Pick<ReportInput, 'unit' | 'period'>,
	now: Date,
): Promise<StoredRevision | null> {
	const roles = ['reporter', 'administrator'] as const;
	const context = await readIntakeContext(database, actor, [{ unit, period }], roles, now);
	const found = context.units.get(unitKey(unit, period));
	const periodId = context.periods.get(period)?.id;
	if (!found?.granted || periodId === undefined) return null;
	const newest = await readNewestRevisions(database, [{ unitId: found.id, periodId }]);
	return newest.get(`${found.id}:${periodId}`) ?? null;
}
