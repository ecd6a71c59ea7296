import { setTimeout as wait } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { RateLimiterMemory, RateLimiterQueue, RateLimiterQueueError } from 'rate-limiter-flexible';
import type { Database } from '../../server/db/client';
import { account } from '../../server/db/schema';
import { network } from '../../server/network';
import { parseAccountName } from '../account-name';
import { writeAudit } from '../audit/audit.server';
import { hasRecoveryCode, isRecoveryCode } from '../second-factor/recovery-codes.server';
import { hasAppCode } from '../second-factor/second-factor.server';
import { hashSecret } from '../secret.server';
import { knownDevice } from '../sessions/trusted-device.server';
import { takeCode } from './finish-sign-in.server';
import { codeLimiter } from './guess-limiter.server';
import { verifyPassword } from './password.server';
import type { Credentials, SignInResult } from './sign-in.server';
import { finishSecondStep } from './sign-in-step.server';

/** Each look costs a hash: of one network five at once, then one a second, ten more in line. */
const line = { atOnce: { points: 5, duration: 5 }, inLine: 10 };
const turns = () =>
	new RateLimiterQueue(new RateLimiterMemory(line.atOnce), { maxQueueSize: line.inLine });
const ownTurns = turns();

/** No answer but the right one comes sooner: it would tell which half was right. */
const wrongAfter = 1000;

interface Options {
	limiter?: ReturnType<typeof codeLimiter>;
	queue?: RateLimiterQueue;
	pause?: number;
	now?: Date;
}

/**
 * Password and code at once, for which nobody has to wait: not even while others guess at the account
 * from the owner's own network, and in a browser that it doesn't know. A refusal doesn't say what was
 * wrong, so nothing is learnt about a password without the code, which one guess in 300,000 hits.
 * Whoever has one half, and guesses at the other, is counted as at the second step: a guessing thief
 * in the owner's network can make them take a recovery code, which no guess finds and no count refuses.
 */
export async function signInWithBoth(
	database: Database,
	given: Credentials & { code: string },
	{
		limiter = codeLimiter(database),
		queue = ownTurns,
		pause = wrongAfter,
		now = new Date(),
	}: Options = {},
): Promise<SignInResult> {
	if (!(await takeTurn(queue, given.address))) return { ok: false, fault: 'wait', minutes: 1 };
	const answered = wait(pause);
	const right = await lookAtBoth(database, given, limiter, now);
	const step = right
		? await database.transaction(async (transaction) => {
				const way = await takeCode(transaction, right.accountId, given.code, now);
				return way && finishSecondStep(transaction, right, { ...given, way, now });
			})
		: null;
	if (step) return { ok: true, ...step };
	await writeAudit(database, {
		actor: null,
		action: 'account.signInFailed',
		subject: 'account',
		details: { address: given.address, step: 'both' },
	});
	await answered;
	return { ok: false, fault: 'bothWrong' };
}

/** Whose sign-in it is, where both are right and the code's limit lets it through. */
async function lookAtBoth(
	database: Database,
	given: Credentials & { code: string },
	limiter: ReturnType<typeof codeLimiter>,
	now: Date,
) {
	const name = parseAccountName(given.name) ?? '';
	const [found] = await database.select().from(account).where(eq(account.name, name));
	const usable = found?.disabledAt === null ? found : null;
	const password = await verifyPassword(usable?.passwordHash ?? null, given.password);
	const id = usable?.id ?? 0;
	const recovery = isRecoveryCode(given.code);
	const code = recovery
		? await hasRecoveryCode(database, id, given.code)
		: await hasAppCode(database, id, given.code, now);
	const right = password && code;
	if (!usable || !(password || code)) return null;
	if (!(right && recovery)) {
		const device = await knownDevice(database, name, given.device ?? null, now);
		const guesser = { address: given.address, device };
		if ((await limiter.attempt(name, guesser)) > 0 || !right) return null;
		await limiter.succeeded(name, guesser);
	}
	const { passwordTemporary } = usable;
	return { accountId: id, name, passwordTemporary, byLink: false };
}

/** Waits in the line of a network; answers false where that is too long. */
async function takeTurn(queue: RateLimiterQueue, address: string): Promise<boolean> {
	// A few thousand lines are enough, and all that attackers can make.
	const key = hashSecret(network(address)).slice(0, 3);
	return queue.removeTokens(1, key).then(
		() => true,
		(error: unknown) => {
			if (error instanceof RateLimiterQueueError) return false;
			throw error;
		},
	);
}
