import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { mediaTypes, type PaperFile } from '../reports/marked-copy.server';
import { beginTexts } from './begin-texts.server';
import { gatherReport, type WantedReport } from './gather-report.server';
import { readTexts } from './texts.server';
import { writePeriodicReport } from './write-periodic-report';

/**
 * The draft of a unit's periodic report, from what was reported and what its clerk wrote.
 * @throws NotFoundError, ForbiddenError
 */
export async function draftReport(
	database: Database,
	actor: Actor,
	wanted: WantedReport,
): Promise<PaperFile> {
	const report = await gatherReport(database, actor, wanted);
	const { unit, span } = report;
	const begun = await beginTexts(database, report);
	const { texts } = await readTexts(database, unit, span, begun);
	return {
		name: `bao-cao-${unit.code}-${span.code}.docx`,
		content: await writePeriodicReport({ ...report, texts }),
		mediaType: mediaTypes.docx,
	};
}
