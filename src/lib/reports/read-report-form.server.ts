import type { Actor } from '../contracts/accounts';
import { formCatalogue } from '../indicators/form-catalogue.server';
import { reportableIn } from '../indicators/reportable-in.server';
import { enterpriseCodes } from '../indicators/rules.server';
import type { Database } from '../server/db/client';
import { readLogCounts } from './log-counts.server';
import { readReport } from './read-report.server';
import { readWarningFacts } from './warning-facts.server';

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
	const asked =
		report.unit.level === 'enterprise'
			? enterpriseCodes
			: await reportableIn(database, [report.unit.id]);
	// What was reported before it was switched off can still be corrected.
	const reported = Object.keys(report.revisions[0]?.values ?? {});
	const key = { unitId: report.unit.id, periodId: report.period.id };
	const [facts] = (await readWarningFacts(database, [key])).values();
	const [log] = (await readLogCounts(database, [key], [report.period])).values();
	return {
		report,
		log: log ?? {},
		catalogue: formCatalogue(locale, new Set([...asked, ...reported])),
		warningFacts: facts ?? { history: [], peers: {} },
	};
}
