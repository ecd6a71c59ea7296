import { and, desc, eq } from 'drizzle-orm';
import { mayActOn } from '../accounts/access/may-act-on.server';
import { unitColumns } from '../admin-units/home.server';
import type { Actor } from '../contracts/accounts';
import type { Unit } from '../contracts/admin-units';
import type { AnswerValues, InquiryState, Question } from '../contracts/inquiries';
import type { Database } from '../server/db/client';
import { account, adminUnit, inquiryAnswer, inquiryRecipient } from '../server/db/schema';
import { NotFoundError } from '../server/errors';
import { serveFile } from '../server/files';
import { actingRoles, actsFor, readVersions } from './keeper.server';
import { readFileNames } from './read-results.server';
import { seeInquiry } from './sight.server';

export interface AnswerView {
	inquiryId: number;
	title: string;
	reason: string;
	basis: string;
	dueAt: Date;
	state: InquiryState;
	/** Who asks, and who is asked. */
	asker: Unit;
	unit: Unit;
	version: number;
	questions: Question[];
	/** What was handed in last; null before anything was. */
	answers: AnswerValues | null;
	/** What is written and not handed in, for whoever may do so. */
	draft: AnswerValues | null;
	/** The newest first. */
	revisions: { revision: number; version: number; by: string; at: Date }[];
	files: Map<number, string>;
	/** Whether it may be answered, or corrected, by the actor now. */
	mayAnswer: boolean;
}

interface Which {
	inquiryId: number;
	unitId: number;
}

/**
 * What one unit was asked and has answered.
 * @throws NotFoundError when it wasn't asked, or the actor may not see it.
 */
export async function readAnswer(
	database: Database,
	actor: Actor,
	{ inquiryId, unitId }: Which,
): Promise<AnswerView> {
	const { inquiry, unit: asker } = await seeAsked(database, actor, { inquiryId, unitId });
	const [asked] = await database
		.select({ draft: inquiryRecipient.draft, unit: unitColumns })
		.from(inquiryRecipient)
		.innerJoin(adminUnit, eq(adminUnit.id, inquiryRecipient.unitId))
		.where(and(eq(inquiryRecipient.inquiryId, inquiryId), eq(inquiryRecipient.unitId, unitId)));
	const version = (await readVersions(database, inquiryId)).find(({ issuedAt }) => issuedAt);
	if (!asked || !version) throw missing(inquiryId, unitId);
	const revisions = await readRevisions(database, { inquiryId, unitId });
	const isKeeper = await actsFor(database, actor, unitId);
	const draft = isKeeper ? asked.draft : null;
	const answers = revisions[0]?.answers ?? null;
	const { title, reason, basis, dueAt, state } = inquiry;
	return {
		...{ inquiryId, title, reason, basis, dueAt, state, asker, unit: asked.unit },
		...{ version: version.version, questions: version.questions, answers, draft },
		revisions: revisions.map(({ answers: _, ...revision }) => revision),
		files: await readFileNames(
			database,
			version.questions,
			[answers, draft].filter((values) => values !== null),
		),
		mayAnswer: isKeeper && state === 'sent',
	};
}

/**
 * A file of an answer, as it was handed in or is kept with its draft.
 * @throws NotFoundError for any that isn't the unit's, or that the actor may not see.
 */
export async function serveAnswerFile(
	database: Database,
	actor: Actor,
	{ inquiryId, unitId, fileId }: Which & { fileId: number },
): Promise<Response> {
	await seeAsked(database, actor, { inquiryId, unitId });
	const versions = await readVersions(database, inquiryId);
	const keys = new Set(
		versions.flatMap(({ questions }) =>
			questions.filter(({ kind }) => kind === 'file').map(({ key }) => key),
		),
	);
	const names = (values: AnswerValues) =>
		Object.entries(values).some(([key, value]) => keys.has(key) && value === fileId);
	const revisions = await readRevisions(database, { inquiryId, unitId });
	const [asked] = await database
		.select({ draft: inquiryRecipient.draft })
		.from(inquiryRecipient)
		.where(and(eq(inquiryRecipient.inquiryId, inquiryId), eq(inquiryRecipient.unitId, unitId)));
	const draft = (await actsFor(database, actor, unitId)) ? asked?.draft : null;
	const isOfUnit = revisions.some(({ answers }) => names(answers)) || (draft && names(draft));
	if (!isOfUnit) throw new NotFoundError(`There is no file ${fileId} in that answer.`);
	return serveFile(database, fileId);
}

/** @throws NotFoundError when it wasn't asked, or the actor may not see it. */
async function seeAsked(database: Database, actor: Actor, { inquiryId, unitId }: Which) {
	const seen = await seeInquiry(database, actor, inquiryId, actingRoles);
	if (!seen.isAskers && !(await mayActOn(database, actor, actingRoles, unitId)))
		throw missing(inquiryId, unitId);
	return seen;
}

const missing = (inquiryId: number, unitId: number) =>
	new NotFoundError(`Unit ${unitId} was not asked by inquiry ${inquiryId}.`);

const readRevisions = (database: Database, { inquiryId, unitId }: Which) =>
	database
		.select({
			revision: inquiryAnswer.revision,
			version: inquiryAnswer.version,
			answers: inquiryAnswer.answers,
			by: account.displayName,
			at: inquiryAnswer.submittedAt,
		})
		.from(inquiryAnswer)
		.innerJoin(account, eq(account.id, inquiryAnswer.submittedBy))
		.where(and(eq(inquiryAnswer.inquiryId, inquiryId), eq(inquiryAnswer.unitId, unitId)))
		.orderBy(desc(inquiryAnswer.revision));
