import postgres from 'postgres';
import { lineName } from './line-name';

/** Milliseconds between two signs of life, and without one after which the line is taken for dead. */
const pulse = 1_000;
const silence = 3_500;

interface Subscription {
	channel: string;
	onPayload: (payload: string) => void;
	onListening: () => void;
}

/**
 * A line of its own for notifications. It notifies itself now and then: when it doesn't hear that, it
 * is opened anew, and everybody who listens is told so, since what was notified meanwhile is gone.
 */
export class Listening {
	readonly #url: string;
	readonly #subscriptions = new Set<Subscription>();
	#client: postgres.Sql | undefined;
	#ticker: NodeJS.Timeout | undefined;
	#heardAt = 0;

	constructor(url: string) {
		this.#url = url;
	}

	async add(subscription: Subscription): Promise<() => Promise<void>> {
		this.#client ??= this.#open();
		this.#subscriptions.add(subscription);
		await listen(this.#client, subscription);
		return async () => {
			this.#subscriptions.delete(subscription);
			if (this.#subscriptions.size === 0) await this.close();
		};
	}

	async close(): Promise<void> {
		clearInterval(this.#ticker);
		const client = this.#client;
		this.#client = undefined;
		await client?.end({ timeout: 0 });
	}

	#open(): postgres.Sql {
		const client = postgres(this.#url, {
			max: 1,
			connect_timeout: silence / 1000,
			fetch_types: false,
			connection: { application_name: lineName('nhip-so-listening') },
			onnotice: () => {},
		});
		const own = `pulse_${crypto.randomUUID()}`;
		const heard = () => {
			if (this.#client === client) this.#heardAt = performance.now();
		};
		this.#heardAt = performance.now();
		client.listen(own, heard, heard).catch(() => undefined);
		clearInterval(this.#ticker);
		this.#ticker = setInterval(() => {
			client.notify(own, '').catch(() => undefined);
			if (performance.now() - this.#heardAt > silence) this.#reopen();
		}, pulse);
		this.#ticker.unref();
		return client;
	}

	#reopen(): void {
		const dead = this.#client;
		this.#client = this.#open();
		void dead?.end({ timeout: 0 });
		for (const subscription of this.#subscriptions)
			listen(this.#client, subscription).catch(() => undefined);
	}
}

const listen = (client: postgres.Sql, { channel, onPayload, onListening }: Subscription) =>
	client.listen(channel, onPayload, onListening);
