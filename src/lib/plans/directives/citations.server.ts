import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import { queryRows, type Database } from '../../server/db/client';
import { basisLines, citationOf } from './citation';
import { readBasisChoices, readCitable } from './list.server';

/** What papers of a unit may rest on, worded for them: `Quyết định số … về việc …`. The newest first. */
export async function readBases(
	database: Database,
	unitId: number,
): Promise<{ id: number; citation: string }[]> {
	const papers = await readBasisChoices(database, unitId);
	return papers.map((paper) => ({ id: paper.id, citation: citationOf(paper) }));
}

/**
 * A text of bases with the chosen papers of the unit's registers added at its end, the oldest first.
 * What is said there already isn't said again.
 */
export async function withBases(
	database: Database,
	unitId: number,
	text: string,
	chosen: readonly number[],
): Promise<string> {
	const papers = (await readBasisChoices(database, unitId)).toReversed();
	const added = papers.filter(
		(paper) => chosen.includes(paper.id) && !text.includes(citationOf(paper)),
	);
	if (added.length === 0) return text;
	const before = text.trimEnd().replace(/\.$/, ';');
	return [before, ...basisLines(added)].filter((line) => line !== '').join('\n');
}

/**
 * What a unit's report of a span rests on to begin with: the papers under its plans of those years, else
 * those of its register and of the levels above that came out within the span. The oldest first.
 */
export async function readSpanBases(
	database: Database,
	unitId: number,
	{ startsOn, endsOn }: { startsOn: string; endsOn: string },
): Promise<string> {
	const years = [startsOn, endsOn].map((day) => Number(day.slice(0, 4)));
	const resting = await queryRows<{ id: number }>(
		database,
		sql`select distinct basis.directive_id as id from plan
			join plan_basis basis on basis.plan_id = plan.id
			where plan.unit_id = ${unitId} and plan.year between ${years[0]} and ${years[1]}`,
	);
	const under = new Set(resting.map(({ id }) => id));
	const papers = (await readBasisChoices(database, unitId))
		.toReversed()
		.filter(({ issuedOn }) => issuedOn <= endsOn);
	const chosen = papers.filter(({ id }) => under.has(id));
	const fresh = papers.filter(({ issuedOn }) => issuedOn >= startsOn);
	return basisLines(chosen.length > 0 ? chosen : fresh).join('\n');
}

/** What the actor may cite as a rule's document: `Quyết định số 828/QĐ-UBND ngày 30/3/2022 của UBND huyện`. */
export async function readDocumentNames(database: Database, actor: Actor): Promise<string[]> {
	const papers = await readCitable(database, actor);
	return papers.map((paper) => citationOf({ ...paper, subject: '' }));
}
