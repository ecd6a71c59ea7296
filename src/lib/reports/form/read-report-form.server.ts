import type { Actor } from '../../contracts/accounts';
import { formKindOf } from '../../contracts/reports';
import { formCatalogue } from '../../indicators/form-catalogue.server';
import { askedOf } from '../../indicators/asked-of.server';
import type { Database } from '../../server/db/client';
import { readDerived } from '../derived/read-derived.server';
import { readLogCounts } from './log-counts.server';
import { readRegisterStanding } from '../register/read-register.server';
import { readReport } from '../review/read-report.server';
import { readWarningFacts } from '../intake/warning-facts.server';

/**
 * A unit's report for a period with all that its form needs: what is asked, what the unit's activity
 * log says and what its figures are held against.
 * @throws what `readReport` throws.
 */
export async function readReportForm(
	database: Database,
	actor: Actor,
	params: Parameters<typeof readReport>[2],
	locale: 'vi' | 'en',
) {
	const report = await readReport(database, actor, params);
	const asked = await askedOf(database, [report.unit.id], formKindOf(report.unit));
	const derived = await readDerived(database, report.unit.id, report.period);
	// What was reported, or its months say, can still be corrected though it be no longer asked.
	const reported = [
		...Object.keys(report.revisions[0]?.values ?? {}),
		...(derived?.indicators ?? []),
	];
	const key = { unitId: report.unit.id, periodId: report.period.id };
	const [facts] = (await readWarningFacts(database, [key])).values();
	const [log] = (await readLogCounts(database, [key], [report.period])).values();
	return {
		report,
		derived,
		log: log ?? {},
		register: await readRegisterStanding(database, report.unit.id, report.period),
		catalogue: formCatalogue(locale, new Set([...asked, ...reported])),
		warningFacts: facts ?? { history: [], peers: {} },
	};
}
