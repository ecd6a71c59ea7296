import * as v from 'valibot';
import type { Actor } from '../../contracts/accounts';
import { unsoundFields, unsoundText } from '../../contracts/text/sound-text';
import type { Database } from '../../server/db/client';
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from '../../server/errors';
import { onlyOnce, type Answer } from '../../server/idempotency';
import { decideReports, type DecisionRefusal } from '../review/decide.server';
import { Decision, largestBatch, ListedDecision } from '../schemas';
import { submitReports, type SubmitResult } from './submit.server';

const IdempotencyKey = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,200}$/));

/**
 * `POST /api/v1/reports`: one report, or an array of up to 1,000. One report is answered with 201 or
 * 422; a batch with 200 and one result for each, in order.
 * @param text the request's body, not yet parsed.
 * @throws InvalidError for a body that is no JSON or too long, ConflictError for a reused key.
 */
export async function receiveReports(
	database: Database,
	actor: Actor,
	text: string,
	idempotencyKey: string | null,
	now: Date,
): Promise<Answer> {
	const body = parseJson(text);
	const batch = Array.isArray(body) ? body : [body];
	if (batch.length === 0 || batch.length > largestBatch)
		throw invalid('body', 'batchSize', `a batch holds 1 to ${largestBatch} reports`);
	const run = async (transaction: Database) => {
		const results = await submitReports(transaction, actor, batch, { channel: 'api', now });
		return Array.isArray(body) ? answerBatch(results) : answerOne(results);
	};
	if (idempotencyKey === null) return run(database);
	if (!v.is(IdempotencyKey, idempotencyKey))
		throw invalid('Idempotency-Key', 'idempotencyKey', 'must be 1 to 200 visible ASCII characters');
	return onlyOnce(
		database,
		{ accountId: actor.accountId, key: idempotencyKey, request: text, now },
		run,
	);
}

function answerBatch(results: readonly SubmitResult[]): Answer {
	const accepted = results.filter(({ status }) => status === 'accepted').length;
	return { status: 200, body: { accepted, rejected: results.length - accepted, results } };
}

function answerOne([result]: readonly SubmitResult[]): Answer {
	return { status: result?.status === 'accepted' ? 201 : 422, body: result };
}

/**
 * `POST /api/v1/reports/{unit}/{period}/decision`.
 * @throws InvalidError, NotFoundError, ForbiddenError or ConflictError, by what stands against it.
 */
export async function receiveDecision(
	database: Database,
	actor: Actor,
	report: { unit: string; period: string },
	text: string,
	now: Date,
): Promise<Answer> {
	const decision = parseDecision(Decision, parseJson(text));
	const [result] = await decideReports(database, actor, [{ ...decision, ...report }], now);
	if (!result || result.status === 'done') return { status: 200, body: result };
	throw errorFor(result.reason);
}

/**
 * `POST /api/v1/decisions`: an array of up to 1,000, each decided by itself as a single one is.
 * @throws InvalidError for a body in which one of them can't be read: then none is decided.
 */
export async function receiveDecisions(
	database: Database,
	actor: Actor,
	text: string,
	now: Date,
): Promise<Answer> {
	const given = parseJson(text);
	const decisions = parseDecision(ListedDecisions, given);
	const results = await decideReports(database, actor, decisions, now);
	const done = results.filter(({ status }) => status === 'done').length;
	return { status: 200, body: { done, refused: results.length - done, results } };
}

const ListedDecisions = v.pipe(v.array(ListedDecision), v.minLength(1), v.maxLength(largestBatch));

function parseDecision<Schema extends v.GenericSchema>(
	schema: Schema,
	given: unknown,
): v.InferOutput<Schema> {
	const unsound = unsoundFields(given);
	if (unsound.length > 0)
		throw new InvalidError(unsound.map((field) => ({ field, ...unsoundText })));
	const parsed = v.safeParse(schema, given);
	if (parsed.success) return parsed.output;
	throw new InvalidError(
		parsed.issues.map((issue) => ({
			field: v.getDotPath(issue) ?? 'decision',
			rule: `schema.${issue.type}`,
			message: issue.message,
		})),
	);
}

function errorFor(reason: DecisionRefusal): Error {
	switch (reason) {
		case 'unknownReport':
			return new NotFoundError('There is no such report.');
		case 'notYourUnit':
			return new ForbiddenError('This account may not decide for that unit.');
		case 'ownReport':
			return new ForbiddenError('Who entered a report may not decide on it.');
		case 'ownLink':
			return new ForbiddenError('Who knew a credential of the reporting account may not decide.');
		case 'newerRevision':
			return new ConflictError('There is a newer revision than the one that was looked at.');
		case 'alreadyDecided':
			return new ConflictError('This revision has been decided on already.');
	}
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw invalid('body', 'json', 'the body is not valid JSON in UTF-8');
	}
}

const invalid = (field: string, rule: string, message: string) =>
	new InvalidError([{ field, rule, message }]);
