import { and, eq, max } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import type { Actor } from '../contracts/accounts';
import type { AnswerValues, Question } from '../contracts/inquiries';
import type { Database } from '../server/db/client';
import { inquiry, inquiryAnswer, inquiryRecipient } from '../server/db/schema';
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from '../server/errors';
import { storeFile } from '../server/files';
import { faultsOf, lacksOf } from './answers';
import { actsFor, readVersions } from './keeper.server';
import { readAnswer } from './read-answer.server';

export interface GivenAnswer {
	inquiryId: number;
	unitId: number;
	/** Of the questions, and of the answer (0: none), that whoever writes has before their eyes. */
	version: number;
	revision: number;
	/** Everything but files. */
	answers: AnswerValues;
	/** Files that were chosen now, by question. */
	files: Record<string, File>;
	/** Questions whose file is taken away. */
	withoutFile: readonly string[];
	/** Handed in; else kept as a draft. */
	submit: boolean;
}

/**
 * Keeps what a unit has written as a draft, or hands it in; what was handed in before stays as an
 * earlier revision.
 * @throws InvalidError with one problem a question, or when questions or answer changed meanwhile;
 * NotFoundError; ForbiddenError; ConflictError when the inquiry is no longer under way.
 */
export async function saveAnswer(
	database: Database,
	actor: Actor,
	given: GivenAnswer,
	now: Date,
): Promise<void> {
	const { inquiryId, unitId, submit } = given;
	// Who may not see it answers as for what isn't there.
	await readAnswer(database, actor, { inquiryId, unitId });
	if (!(await actsFor(database, actor, unitId)))
		throw new ForbiddenError('The account does not answer in the name of that unit.');
	await database.transaction(async (transaction) => {
		const { questions, revision, before } = await lockAnswer(transaction, given);
		const kept = await keepFiles(transaction, actor, { given, questions, before, now });
		const answers = { ...given.answers, ...kept };
		const problems = (submit ? lacksOf : faultsOf)(questions, answers);
		if (problems.length > 0) throw new InvalidError(problems);
		const own = and(eq(inquiryRecipient.inquiryId, inquiryId), eq(inquiryRecipient.unitId, unitId));
		await transaction
			.update(inquiryRecipient)
			.set(
				submit
					? { draft: null, draftBy: null, draftAt: null }
					: { draft: answers, draftBy: actor.accountId, draftAt: now },
			)
			.where(own);
		if (!submit) return;
		await transaction.insert(inquiryAnswer).values({
			...{ inquiryId, unitId, revision: revision + 1, version: given.version, answers },
			...{ submittedBy: actor.accountId, submittedAt: now },
		});
		await writeAudit(transaction, {
			...{ actor, action: 'inquiry.answer', subject: `inquiry:${inquiryId}` },
			details: { unitId, revision: revision + 1 },
		});
	});
}

/** Locks the unit's part, so that of two who write at once the second is told. */
async function lockAnswer(
	transaction: Database,
	{ inquiryId, unitId, version, revision }: GivenAnswer,
) {
	const part = and(eq(inquiryRecipient.inquiryId, inquiryId), eq(inquiryRecipient.unitId, unitId));
	// Whoever ends the inquiry meanwhile waits for this answer, or this answer for them.
	const [asked] = await transaction
		.select({ state: inquiry.state })
		.from(inquiry)
		.where(eq(inquiry.id, inquiryId))
		.for('share');
	const [own] = await transaction.select().from(inquiryRecipient).where(part).for('update');
	const newest = (await readVersions(transaction, inquiryId)).find(({ issuedAt }) => issuedAt);
	if (!asked || !own || !newest) throw new NotFoundError('The unit was not asked.');
	if (asked.state !== 'sent') throw new ConflictError(`The inquiry is ${asked.state}.`);
	if (newest.version !== version) throw changed('version', 'questionsChanged');
	const ofUnit = and(eq(inquiryAnswer.inquiryId, inquiryId), eq(inquiryAnswer.unitId, unitId));
	const [last] = await transaction
		.select({ revision: max(inquiryAnswer.revision) })
		.from(inquiryAnswer)
		.where(ofUnit);
	const stored = last?.revision ?? 0;
	if (stored !== revision) throw changed('revision', 'answeredMeanwhile');
	const [answer] = await transaction
		.select({ answers: inquiryAnswer.answers })
		.from(inquiryAnswer)
		.where(and(ofUnit, eq(inquiryAnswer.revision, stored)));
	return {
		questions: newest.questions,
		revision: stored,
		before: own.draft ?? answer?.answers ?? {},
	};
}

const changed = (field: string, rule: string) =>
	new InvalidError([{ field, rule, message: 'is no longer what was shown' }]);

/** The files of an answer: those that were chosen now are stored, the others stay unless taken away. */
async function keepFiles(
	transaction: Database,
	actor: Actor,
	{
		given: { files, withoutFile },
		questions,
		before,
		now,
	}: { given: GivenAnswer; questions: readonly Question[]; before: AnswerValues; now: Date },
): Promise<AnswerValues> {
	const kept: AnswerValues = {};
	for (const { key } of questions.filter(({ kind }) => kind === 'file')) {
		const chosen = files[key];
		const earlier = withoutFile.includes(key) ? undefined : before[key];
		if (chosen)
			kept[key] = await storeFile(transaction, chosen, {
				...{ field: key, kind: 'paper' },
				...{ uploadedBy: actor.accountId, uploadedAt: now },
			});
		else if (earlier !== undefined) kept[key] = earlier;
	}
	return kept;
}
