import type { Database } from '../../server/db/client';
import {
	ownAttempts,
	sharedAttempts,
	type AttemptStore,
	type Counter,
} from './attempt-store.server';
import { network, siteOf } from '../../server/network';
import { minuteLength } from '../../contracts/local-time';

const span = 15 * 60;
const day = 86_400;
const longestBlock = 4 * 60 * 60;

/** Failures that are let through for one account from one network, or from a browser it knows. */
const free = { stranger: 5, device: 10 };
/** From then on a stranger's network has one guess at an account, and waits after it. */
const hot = { account: 20, network: 30 };
/** Of an account that many guess at, all networks of one site get so many guesses a day. */
const ofSite = 60;
/** From then on a network gets nothing from browsers that the account doesn't know. */
const flood = 300;

export interface Guesser {
	/** Where the request comes from. */
	address: string;
	/** Hash of the token of a browser that the account has signed in from; null for strangers. */
	device: string | null;
}

/**
 * Slows guessing down without locking the owner out. Strangers are counted by account and network,
 * by account and by network; blocks of a pair grow from 15 minutes to four hours. However many guess,
 * a network that hasn't guessed at the account before has one guess, and the owner's is right. A
 * browser that the account knows (OWASP's device cookie) is counted by itself.
 *
 * What no limit can do is to tell a right password from a lucky guess of it: in the guesser's own
 * network and a new browser the owner shows more than the password (`signInWithBoth`, a link from the
 * unit above), or waits. Thousands of IPv4 networks still have a guess each.
 */
export class GuessLimiter {
	/** Failures by who guesses at what; blocks of them; how many blocks within a day. */
	readonly #own: Counter;
	readonly #blocks: Counter;
	readonly #times: Counter;
	readonly #accounts: Counter;
	readonly #networks: Counter;
	readonly #sites: Counter;

	constructor(kind: 'password' | 'code', store: AttemptStore = ownAttempts()) {
		this.#own = store(`${kind}.own`, span);
		this.#blocks = store(`${kind}.block`, span);
		this.#times = store(`${kind}.times`, day);
		this.#accounts = store(`${kind}.account`, day);
		this.#networks = store(`${kind}.network`, span);
		this.#sites = store(`${kind}.site`, day);
	}

	/**
	 * Counts an attempt before what was typed is looked at, so that attempts at the same moment can't
	 * slip through together. Answers with the whole minutes to wait, or 0 to go ahead.
	 */
	async attempt(name: string, guesser: Guesser): Promise<number> {
		const key = keyOf(name, guesser);
		const block = await this.#blocks.get(key);
		if (block) return minutes(block.msBeforeNext);
		const allowed =
			guesser.device === null ? await this.#strangersShare(name, guesser) : free.device;
		const { consumedPoints } = await this.#own.penalty(key);
		if (consumedPoints <= allowed) return 0;
		// Nothing is looked at: so nothing was guessed.
		if (guesser.device === null) await this.#uncount(name, guesser);
		const begun = await this.#blocks.penalty(key);
		// Only the first one over the limit starts a block; those at the same moment join it.
		if (begun.consumedPoints > 1) return minutes(begun.msBeforeNext);
		const { consumedPoints: times } = await this.#times.penalty(key);
		const seconds = Math.min(span * 2 ** (times - 1), longestBlock);
		await this.#blocks.set(key, 1, seconds);
		return minutes(seconds * 1000);
	}

	/** Takes the attempt back: what was typed was right. */
	async succeeded(name: string, guesser: Guesser): Promise<void> {
		const key = keyOf(name, guesser);
		await this.#own.delete(key);
		await this.#times.delete(key);
		if (guesser.device === null) await this.#uncount(name, guesser);
	}

	async #strangersShare(name: string, { address }: Guesser): Promise<number> {
		const { consumedPoints: ofAccount } = await this.#accounts.penalty(name);
		const { consumedPoints: ofNetwork } = await this.#networks.penalty(network(address));
		const { consumedPoints: fromSite } = await this.#sites.penalty(`${name}|${siteOf(address)}`);
		if (ofNetwork > flood || (ofAccount > hot.account && fromSite > ofSite)) return 0;
		return ofAccount > hot.account || ofNetwork > hot.network ? 1 : free.stranger;
	}

	async #uncount(name: string, { address }: Guesser): Promise<void> {
		await this.#accounts.reward(name);
		await this.#networks.reward(network(address));
		await this.#sites.reward(`${name}|${siteOf(address)}`);
	}
}

/** The limits that all nodes share. */
export const passwordLimiter = (database: Database): GuessLimiter =>
	new GuessLimiter('password', sharedAttempts(database));
export const codeLimiter = (database: Database): GuessLimiter =>
	new GuessLimiter('code', sharedAttempts(database));

const keyOf = (name: string, { address, device }: Guesser) =>
	`${name}|${device ?? network(address)}`;

const minutes = (milliseconds: number) => Math.max(1, Math.ceil(milliseconds / minuteLength));
