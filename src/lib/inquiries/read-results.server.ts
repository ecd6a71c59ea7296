import { sql } from 'drizzle-orm';
import type { Actor } from '../contracts/accounts';
import type { Unit, UnitKind } from '../contracts/admin-units';
import type { AnswerStanding, AnswerValues, Question } from '../contracts/inquiries';
import { queryRows, type Database } from '../server/db/client';
import { idList } from '../server/db/among';
import { isoInstant } from '../server/db/instant';
import { actingRoles, readVersions } from './keeper.server';
import { seeInquiry } from './sight.server';
import { answerStanding, firstAndNewest } from './standing.server';
import { sumUp, type QuestionSum } from './sum-up';

export interface ResultLine extends Record<string, unknown> {
	unitId: number;
	code: string;
	unitKind: UnitKind;
	unitName: string;
	parentName: string;
	standing: AnswerStanding;
	/** ISO instant of the newest answer; null before there is one. */
	newestAt: string | null;
	/** Null before there is an answer. */
	answers: AnswerValues | null;
}

export interface Results {
	title: string;
	unit: Unit;
	dueAt: Date;
	questions: Question[];
	/** Every unit that was asked and is in sight, by code. */
	lines: ResultLine[];
	/** What all answers say together, by question. */
	sums: QuestionSum[];
	/** Names of the files that were handed in, by id. */
	files: Map<number, string>;
}

/**
 * What has been handed in to an inquiry by the units in the actor's sight.
 * @throws NotFoundError when there is no inquiry that the actor may see.
 */
export async function readResults(
	database: Database,
	actor: Actor,
	id: number,
	now: Date,
): Promise<Results> {
	const { inquiry, unit, sees } = await seeInquiry(database, actor, id, actingRoles);
	const versions = await readVersions(database, id);
	const asked = versions.find(({ issuedAt }) => issuedAt !== null);
	const lines = await queryRows<ResultLine>(
		database,
		sql`select unit.id as "unitId", unit.code, unit.kind as "unitKind", unit.name as "unitName",
				coalesce(parent.name, '') as "parentName", ${answerStanding(now)} as standing,
				${isoInstant(sql`newest.submitted_at`)} as "newestAt", newest.answers
			from inquiry_recipient asked
			join inquiry on inquiry.id = asked.inquiry_id ${firstAndNewest}
			join admin_unit unit on unit.id = asked.unit_id
			left join admin_unit parent on parent.id = unit.parent_id and parent.level <> 'country'
			where asked.inquiry_id = ${id} and ${sees}
			order by unit.code`,
	);
	const questions = asked?.questions ?? [];
	const given = lines.flatMap(({ unitId, answers }) => (answers ? [{ unitId, answers }] : []));
	return {
		...{ title: inquiry.title, unit, dueAt: inquiry.dueAt, questions, lines },
		sums: sumUp(questions, given),
		files: await readFileNames(
			database,
			questions,
			given.map(({ answers }) => answers),
		),
	};
}

/** Names of the files that answers name, by id. */
export async function readFileNames(
	database: Database,
	questions: readonly Question[],
	answers: readonly AnswerValues[],
): Promise<Map<number, string>> {
	const keys = questions.filter(({ kind }) => kind === 'file').map(({ key }) => key);
	const ids = answers.flatMap((values) =>
		keys.flatMap((key) => {
			const id = values[key];
			return typeof id === 'number' ? [id] : [];
		}),
	);
	if (ids.length === 0) return new Map();
	const files = await queryRows<{ id: number; name: string }>(
		database,
		sql`select id, name from stored_file where id in ${idList(ids)}`,
	);
	return new Map(files.map(({ id, name }) => [id, name]));
}

/** The same summed up, for a page. @throws NotFoundError when there is none that the actor may see. */
export async function readSums(database: Database, actor: Actor, id: number, now: Date) {
	const { sums, lines, files } = await readResults(database, actor, id, now);
	const units = lines.map(
		({ unitId, unitKind, unitName, parentName }) =>
			[unitId, { kind: unitKind, name: unitName, parentName }] as const,
	);
	return { sums, asked: lines.length, units: new Map(units), files };
}
