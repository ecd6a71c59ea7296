import type { EarlierReport } from './checks';
import type { Database } from '../../server/db/client';
import { isLocked } from '../periods/terms.server';
import { readEarlierReports } from './earlier-reports.server';
import { unitKey, type IntakeContext } from './intake-context.server';
import type { ReportInput } from '../schemas';
import {
	readLatestRevisions,
	readSentBefore,
	type LatestRevision,
	type SentRevision,
} from './sent-before.server';

/** What is stored that a batch is checked against; by `unitKey` unless said otherwise. */
export interface StoredReports {
	earlier: Map<string, EarlierReport>;
	/** The newest revision; a report that doesn't exist is left out. */
	latest: Map<string, LatestRevision>;
	/** By client id. */
	sentBefore: Map<string, SentRevision>;
}

/** Looks up in three queries what a whole batch is checked against. */
export async function readStoredReports(
	database: Database,
	accountId: number,
	inputs: readonly ReportInput[],
	context: IntakeContext,
	now: Date,
): Promise<StoredReports> {
	const keys = inputs.flatMap(({ unit, period }) => {
		const unitId = context.units.get(unitKey(unit, period))?.id;
		const periodId = context.periods.get(period)?.id;
		return unitId === undefined || periodId === undefined
			? []
			: [{ unitId, periodId, key: unitKey(unit, period) }];
	});
	const byKey = <Value>(found: ReadonlyMap<string, Value>) =>
		new Map(
			keys.flatMap(({ unitId, periodId, key }): [string, Value][] => {
				const value = found.get(`${unitId}:${periodId}`);
				return value === undefined ? [] : [[key, value]];
			}),
		);
	const asksForLatest =
		inputs.some(({ basedOn }) => basedOn !== undefined) ||
		[...context.units.values()].some(({ terms }) => isLocked(terms, now));
	return {
		earlier: byKey(await readEarlierReports(database, keys)),
		latest: byKey(await readLatestRevisions(database, asksForLatest ? keys : [])),
		sentBefore: await readSentBefore(
			database,
			accountId,
			inputs.flatMap(({ clientId }) => clientId ?? []),
		),
	};
}
