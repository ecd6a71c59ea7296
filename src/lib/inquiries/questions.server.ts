import { and, eq } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import type { Actor } from '../contracts/accounts';
import type { Question } from '../contracts/inquiries';
import type { Database } from '../server/db/client';
import { inquiryVersion } from '../server/db/schema';
import { ConflictError, InvalidError, NotFoundError } from '../server/errors';
import { parse } from '../server/parse';
import { lockInquiry, readVersions } from './keeper.server';
import { longest, WrittenQuestion } from './schemas';

/** Changes the questions that are being written; those that were issued stay as they are. */
async function rewrite(
	database: Database,
	actor: Actor,
	inquiryId: number,
	change: (questions: Question[], issued: Question[]) => Question[],
): Promise<void> {
	await database.transaction(async (transaction) => {
		await lockInquiry(transaction, actor, inquiryId, ['draft', 'sent']);
		const [newest, ...earlier] = await readVersions(transaction, inquiryId);
		if (!newest || newest.issuedAt)
			throw new ConflictError('Questions that were sent change by a correction.');
		const issued = earlier.flatMap(({ questions }) => questions);
		await transaction
			.update(inquiryVersion)
			.set({ questions: change(newest.questions, issued) })
			.where(
				and(eq(inquiryVersion.inquiryId, inquiryId), eq(inquiryVersion.version, newest.version)),
			);
		await writeAudit(transaction, {
			...{ actor, action: 'inquiry.writeQuestions', subject: `inquiry:${inquiryId}` },
			details: { version: newest.version },
		});
	});
}

const numberOf = ({ key }: Question) => Number(key.slice(1));
const missing = (key: string) => new NotFoundError(`There is no question ${key}.`);

/**
 * Writes a question anew, or one more at the end. One that changes its kind after it was sent becomes
 * another question: answers to it would mean something else.
 * @param key null for one more.
 * @throws InvalidError, NotFoundError, ForbiddenError, ConflictError
 */
export async function saveQuestion(
	database: Database,
	actor: Actor,
	inquiryId: number,
	key: string | null,
	input: unknown,
): Promise<void> {
	const written = parse(WrittenQuestion, input);
	await rewrite(database, actor, inquiryId, (questions, issued) => {
		const fresh = `q${Math.max(0, ...[...questions, ...issued].map(numberOf)) + 1}`;
		if (key === null) {
			if (questions.length >= longest.questions)
				throw new InvalidError([
					{ field: 'label', rule: 'tooMany', message: 'there are as many questions as can be' },
				]);
			return [...questions, { ...written, key: fresh }];
		}
		if (!questions.some((question) => question.key === key)) throw missing(key);
		const wasSent = issued.some(
			(question) => question.key === key && question.kind !== written.kind,
		);
		return questions.map((question) =>
			question.key === key ? { ...written, key: wasSent ? fresh : key } : question,
		);
	});
}

/** @throws NotFoundError, ForbiddenError, ConflictError */
export const dropQuestion = (database: Database, actor: Actor, inquiryId: number, key: string) =>
	rewrite(database, actor, inquiryId, (questions) => {
		if (!questions.some((question) => question.key === key)) throw missing(key);
		return questions.filter((question) => question.key !== key);
	});

/** One place up; the first one stays where it is. @throws NotFoundError, ForbiddenError, ConflictError */
export const raiseQuestion = (database: Database, actor: Actor, inquiryId: number, key: string) =>
	rewrite(database, actor, inquiryId, (questions) => {
		const place = questions.findIndex((question) => question.key === key);
		const moved = questions[place];
		if (!moved) throw missing(key);
		const others = questions.filter((question) => question.key !== key);
		return others.toSpliced(Math.max(0, place - 1), 0, moved);
	});
