import {
	ownAttempts,
	sharedAttempts,
	type AttemptStore,
	type Counter,
} from '../accounts/sign-in/attempt-store.server';
import type { Database } from '../server/db/client';
import { network } from '../server/network';
import { minuteLength } from '../contracts/local-time';

const span = 15 * 60;
/** Codes that one network may ask for: an office puts up more than one screen at a time. */
const mostAsked = 20;
/** Wrong codes, by who types them and from where. */
const mostWrong = { account: 10, network: 30 };

/** How many codes are asked for and how many are guessed; both in 15 minutes. */
export class PairingLimiter {
	readonly #asked: Counter;
	readonly #accounts: Counter;
	readonly #networks: Counter;

	constructor(store: AttemptStore = ownAttempts()) {
		this.#asked = store('screen.asked', span);
		this.#accounts = store('screen.account', span);
		this.#networks = store('screen.network', span);
	}

	/** Counts a screen that asks for a code; answers with the whole minutes to wait, or 0. */
	async ask(address: string): Promise<number> {
		const { consumedPoints, msBeforeNext } = await this.#asked.penalty(network(address));
		return consumedPoints > mostAsked ? minutes(msBeforeNext) : 0;
	}

	/** Counts a code that is typed, before it is looked at; answers likewise. */
	async guess(accountId: number, address: string): Promise<number> {
		const ofAccount = await this.#accounts.penalty(String(accountId));
		const ofNetwork = await this.#networks.penalty(network(address));
		return Math.max(
			ofAccount.consumedPoints > mostWrong.account ? minutes(ofAccount.msBeforeNext) : 0,
			ofNetwork.consumedPoints > mostWrong.network ? minutes(ofNetwork.msBeforeNext) : 0,
		);
	}

	/** Takes a guess back: the code was right. */
	async wasRight(accountId: number, address: string): Promise<void> {
		await this.#accounts.reward(String(accountId));
		await this.#networks.reward(network(address));
	}
}

/** The limits that all nodes share. */
export const pairingLimiter = (database: Database): PairingLimiter =>
	new PairingLimiter(sharedAttempts(database));

const minutes = (milliseconds: number) => Math.max(1, Math.ceil(milliseconds / minuteLength));
