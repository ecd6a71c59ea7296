import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { error, json, type RequestEvent } from '@sveltejs/kit';
import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { onceField } from '../contracts/once';
import type { Database } from './db/client';
import { idempotentAnswer } from './db/schema';
import { hasTooManyParts } from './posted-body';
import { minuteLength } from '../contracts/local-time';

type PostedForm = Pick<RequestEvent, 'request' | 'url'> & {
	locals: { actor: { accountId: number } | null; handle: { database: Database } };
};

/** What names a form as it was sent from one showing of its page. */
interface Submission {
	accountId: number;
	key: string;
	/** Sent by a script, which takes its answer as JSON. */
	isEnhanced: boolean;
}

interface Kept {
	status: number;
	headers: Headers;
	body: ArrayBuffer;
	/** Where it led, null for the page itself; undefined for what failed and may be sent again. */
	ledTo: string | null | undefined;
}

/** An answer may hold what is shown but once, a password say: it is kept whole in memory alone, and not for long. */
const answers = new Map<string, Promise<Kept>>();
const keptFor = 30_000;
/** Whoever has claimed a form for longer has died over it. */
const longestRun = minuteLength;
const betweenLooks = 100;

/**
 * Runs a form's action once for each time that its page was shown: a second click gets the first
 * one's answer and changes nothing. What failed may be sent again. A form without `OnceKey` just runs.
 */
export async function submitOnce(
	event: PostedForm,
	run: () => Promise<Response> | Response,
): Promise<Response> {
	const submission = await nameSubmission(event);
	if (!submission) return run();
	const name = Object.values(submission).join(' ');
	const first = await answers.get(name)?.catch(() => undefined);
	if (first?.ledTo !== undefined) return answerOf(first);
	const attempt = runClaimed(event, submission, run);
	answers.set(name, attempt);
	const forget = () => answers.delete(name);
	attempt.then(
		({ ledTo }) => (ledTo === undefined ? forget() : setTimeout(forget, keptFor).unref()),
		forget,
	);
	return answerOf(await attempt);
}

const answerOf = ({ body, status, headers }: Kept) =>
	new Response(body.slice(0), { status, headers });

async function nameSubmission({
	request,
	url,
	locals,
}: PostedForm): Promise<Submission | undefined> {
	const type = request.headers.get('content-type') ?? '';
	const isForm = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/.test(type);
	if (request.method !== 'POST' || !isForm || !locals.actor) return undefined;
	// A body that is too long or none is the action's to refuse.
	const body = await request
		.clone()
		.arrayBuffer()
		.catch(() => undefined);
	if (!body) return undefined;
	if (hasTooManyParts(type, body)) error(413, 'tooLarge');
	const data = await new Response(body, { headers: { 'content-type': type } })
		.formData()
		.catch(() => undefined);
	if (typeof data?.get(onceField) !== 'string') return undefined;
	const hash = createHash('sha256').update(url.pathname + url.search);
	for (const [field, value] of data) {
		hash.update(JSON.stringify([field, typeof value === 'string' ? value : value.name]));
		if (typeof value !== 'string') hash.update(new Uint8Array(await value.arrayBuffer()));
	}
	return {
		accountId: locals.actor.accountId,
		key: `form ${hash.digest('hex')}`,
		isEnhanced: request.headers.has('x-sveltekit-action'),
	};
}

async function runClaimed(
	event: PostedForm,
	{ accountId, key, isEnhanced }: Submission,
	run: () => Promise<Response> | Response,
): Promise<Kept> {
	const { database } = event.locals.handle;
	const claimed = await claim(database, accountId, key);
	if (claimed) return keep(again(event.url, claimed.ledTo, isEnhanced), isEnhanced);
	let kept: Kept | undefined;
	try {
		kept = await keep(await run(), isEnhanced);
		return kept;
	} finally {
		await settle(database, accountId, key, kept?.ledTo);
	}
}

const own = (accountId: number, key: string) =>
	and(eq(idempotentAnswer.accountId, accountId), eq(idempotentAnswer.key, key));

const LedTo = v.object({ ledTo: v.nullable(v.string()) });

/** Waits for whoever has it, on any node. @returns what came of it, null if it is ours to run. */
async function claim(
	database: Database,
	accountId: number,
	key: string,
): Promise<v.InferOutput<typeof LedTo> | null> {
	for (;;) {
		const createdAt = new Date();
		const taken = await database
			.insert(idempotentAnswer)
			.values({ accountId, key, requestHash: key, status: 0, body: null, createdAt })
			.onConflictDoNothing()
			.returning({ key: idempotentAnswer.key });
		if (taken.length > 0) return null;
		const [other] = await database.select().from(idempotentAnswer).where(own(accountId, key));
		if (other && other.status !== 0) return v.parse(LedTo, other.body);
		if (other && createdAt.getTime() - other.createdAt.getTime() > longestRun)
			await database
				.delete(idempotentAnswer)
				.where(and(own(accountId, key), eq(idempotentAnswer.createdAt, other.createdAt)));
		else await pause(betweenLooks);
	}
}

async function settle(
	database: Database,
	accountId: number,
	key: string,
	ledTo: string | null | undefined,
): Promise<void> {
	if (ledTo === undefined) await database.delete(idempotentAnswer).where(own(accountId, key));
	else
		await database
			.update(idempotentAnswer)
			.set({ status: 303, body: { ledTo } })
			.where(own(accountId, key));
}

const ActionAnswer = v.variant('type', [
	v.object({ type: v.literal('success') }),
	v.object({ type: v.literal('redirect'), location: v.string() }),
]);

async function keep(response: Response, isEnhanced: boolean): Promise<Kept> {
	const { status, headers } = response;
	const body = await response.arrayBuffer();
	const kept = { status, headers, body, ledTo: undefined };
	if (status >= 400) return kept;
	if (!isEnhanced) return { ...kept, ledTo: headers.get('location') };
	const answer = v.safeParse(ActionAnswer, JSON.parse(new TextDecoder().decode(body)));
	if (!answer.success) return kept;
	return { ...kept, ledTo: answer.output.type === 'redirect' ? answer.output.location : null };
}

/** Leads where the first answer led; to the page as it is now if that showed it. */
function again(url: URL, ledTo: string | null, isEnhanced: boolean): Response {
	const query = new URLSearchParams(
		[...url.searchParams].filter(([name]) => !name.startsWith('/')),
	).toString();
	const location = ledTo ?? url.pathname + (query && `?${query}`);
	return isEnhanced
		? json({ type: 'redirect', status: 303, location })
		: new Response(null, { status: 303, headers: { location } });
}
