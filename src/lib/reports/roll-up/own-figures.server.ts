import type { FormCatalogue } from '../../contracts/indicators';
import { askedOf } from '../../indicators/asked-of.server';
import { formCatalogue } from '../../indicators/form-catalogue.server';
import { codesOfForm } from '../../indicators/rules.server';
import type { Database } from '../../server/db/client';
import { enteredReport, type Entered } from '../form/form';
import { begunFromRegistry, type LogCounts } from '../form/log-counts';
import { readLogCounts } from '../form/log-counts.server';
import type { ReportView } from '../review/read-report.server';
import type { RollUp } from './read-roll-up.server';

/** What is asked of a commune and of none of its villages: beside their sum, its own to say. */
export interface OwnFigures {
	catalogue: FormCatalogue;
	/** As fields of a form: what its newest report says, else what the registry knows. */
	entered: Entered;
	log: LogCounts;
}

export async function readOwnFigures(
	database: Database,
	{ report, sum }: Pick<RollUp, 'report' | 'sum'>,
	locale: 'vi' | 'en',
): Promise<OwnFigures> {
	const codes = await ownCodes(database, report, sum.indicators);
	const key = { unitId: report.unit.id, periodId: report.period.id };
	const [log = {}] = (await readLogCounts(database, [key], [report.period])).values();
	const own = Object.fromEntries(Object.entries(log).filter(([code]) => codes.has(code)));
	const [newest] = report.revisions;
	return {
		catalogue: formCatalogue(locale, codes),
		entered: newest ? enteredReport(newest) : begunFromRegistry(own),
		log: own,
	};
}

/** @param summed what the sum says already, of a village that sent what it isn't asked for. */
export async function ownCodes(
	database: Database,
	{ unit }: Pick<ReportView, 'unit'>,
	summed: readonly string[],
): Promise<Set<string>> {
	const others = new Set([...codesOfForm('village'), ...summed]);
	const asked = await askedOf(database, [unit.id], 'commune');
	return new Set([...asked].filter((code) => !others.has(code)));
}
