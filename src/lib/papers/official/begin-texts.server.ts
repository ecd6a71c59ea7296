import type { BegunTexts } from '../../contracts/papers';
import type { Database } from '../../server/db/client';
import { readSpanBases } from '../../plans/directives/citations.server';
import { meritTexts, missedText } from './narrative/assessment';
import { causesText } from './narrative/causes';
import { contentsText, formsText } from './narrative/outreach';
import { coordinationText, doneText, nextTasksText, overdueText } from './narrative/plan';
import { partnersText } from './narrative/partners';
import { situationText } from './narrative/situation';
import type { PeriodicReport } from './periodic-report';
import { readLog, readPartners } from './read-log.server';
import { readPlannedTasks } from './read-plan.server';
import { readRaised } from './read-raised.server';
import { readTroubles } from './read-troubles.server';
import { readTeamFacts } from './read-teams.server';
import { spanAfter } from './span';
import { answerTexts, ticketTexts } from './ticket-texts';

/** What the registry, the log, tickets, plans and figures say of a report's span, for its clerk to go on from. */
export async function beginTexts(
	database: Database,
	report: Omit<PeriodicReport, 'texts'>,
): Promise<BegunTexts> {
	const { unit, span, lines } = report;
	const next = spanAfter(span);
	const counted = new Set(lines.flatMap(({ code, value }) => (value?.value ? [code] : [])));
	const log = await readLog(database, unit.id, span);
	const raised = await readRaised(database, unit.id, span);
	const tasks = await readPlannedTasks(database, unit.id, {
		from: span.startsOn,
		until: next.endsOn,
	});
	return {
		legalBases: await readSpanBases(database, unit.id, span),
		situation: situationText(await readTeamFacts(database, unit.id, span), counted),
		outreachForms: formsText(log, counted),
		outreachContents: contentsText(log),
		coordination: [
			partnersText(await readPartners(database, unit.id, span)),
			coordinationText(tasks, span),
		]
			.filter((text) => text !== '')
			.join('\n'),
		merits: listed(doneText(tasks, span), ...meritTexts(report)),
		limits: [
			ticketTexts(raised, 'difficulty'),
			listed(overdueText(tasks, span), missedText(report)),
		]
			.filter((text) => text !== '')
			.join('\n'),
		causes: causesText(await readTroubles(database, unit.id, span)),
		solutions: answerTexts(raised),
		proposals: ticketTexts(raised, 'proposal'),
		nextTasks: nextTasksText(tasks, span, next),
	};
}

const listed = (...texts: readonly string[]): string =>
	texts
		.filter((text) => text !== '')
		.map((text) => `- ${text}`)
		.join('\n');
