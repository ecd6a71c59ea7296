import type postgres from 'postgres';
import { isBrokenLine } from './outage';

/** A list in a statement makes another statement for each of its lengths: those aren't worth keeping. */
const mostPrepared = 20;

type Values = NonNullable<Parameters<postgres.Sql['unsafe']>[1]>;
type Options = NonNullable<Parameters<postgres.Sql['unsafe']>[2]>;
type Work = (inner: postgres.TransactionSql) => Promise<unknown>;

/** Hears of everything that waits for an answer of the server. */
export interface Traffic {
	began(): void;
	ended(): void;
	/** What was asked of the server came to nothing. */
	failed(reason: unknown): void;
}

/** The line of one transaction, and why it broke once it has. */
class Line implements Traffic {
	readonly #traffic: Traffic;
	/** Statements handed to it that it hasn't answered. */
	#handed = 0;
	broken: Error | null = null;
	#reject: (reason: Error) => void = () => undefined;
	/** Rejects once the line broke; never settles else. */
	readonly end = new Promise<never>((_, reject) => (this.#reject = reject));

	constructor(traffic: Traffic) {
		this.#traffic = traffic;
		this.end.catch(() => undefined);
	}

	/** The server works on one statement of a line at a time, so no more than that is said to wait. */
	began(): void {
		this.#handed += 1;
		if (this.#handed === 1) this.#traffic.began();
	}

	ended(): void {
		this.#handed -= 1;
		this.#traffic.ended();
		if (this.#handed > 0) this.#traffic.began();
	}

	failed(reason: unknown): void {
		this.#traffic.failed(reason);
	}

	breaks(reason: Error): void {
		this.broken ??= reason;
		this.#reject(reason);
	}
}

const withPrepare = (values: Values, options: Options = {}): Options => ({
	...options,
	prepare: values.length <= mostPrepared,
});

function changing<Client extends object>(
	client: Client,
	changed: Record<PropertyKey, unknown>,
): Client {
	return new Proxy(client, {
		get: (target, name): unknown => changed[name] ?? Reflect.get(target, name),
	});
}

/**
 * drizzle hands its statements over as text that the client doesn't prepare by itself. Prepared, one
 * takes half the ways to the server and isn't parsed and planned anew each time.
 */
export function preparing(client: postgres.Sql, traffic: Traffic): postgres.Sql {
	return changing(client, {
		unsafe: (text: string, values: Values = [], options?: Options) =>
			counted(client.unsafe(text, values, withPrepare(values, options)), traffic),
		begin: (work: Work) => begin(client, work, new Line(traffic)),
	});
}

/** Tells the traffic of a statement from now until it is answered. */
function counted<Query extends PromiseLike<unknown>>(query: Query, traffic: Traffic): Query {
	traffic.began();
	const ended = () => {
		traffic.ended();
	};
	query.then(ended, (error: unknown) => {
		traffic.failed(error);
		ended();
	});
	return query;
}

async function begin(client: postgres.Sql, work: Work, line: Line): Promise<unknown> {
	let isAwaited = false;
	// The client's own `begin` and `commit` wait for an answer, too.
	const awaits = (waits: boolean) => {
		if (waits !== isAwaited) line[waits ? 'began' : 'ended']();
		isAwaited = waits;
	};
	awaits(true);
	const begun = client.begin(async (inner) => {
		awaits(false);
		const result = await unlessBroken(line, work, inner);
		awaits(true);
		return result;
	});
	try {
		return await Promise.race([begun, line.end]);
	} catch (error) {
		line.failed(error);
		// Work that goes on after its transaction has ended finds the line closed to it.
		line.breaks(error instanceof Error ? error : new Error(String(error)));
		throw error;
	} finally {
		awaits(false);
		begun.catch(() => undefined);
	}
}

/** What never settles: the transaction around it has been rejected already. */
const never = () => new Promise<never>(() => {});

/**
 * Runs the work of a transaction or a savepoint. The client writes `rollback`, `commit` and whatever
 * else is asked for into a line that has gone: that throws where nobody can catch it and ends the
 * process, or lands in the transaction of whoever got the line next. So after the line broke, nothing
 * is handed on, and the work doesn't end for the client, whose `begin` is rejected by the break.
 */
async function unlessBroken(
	line: Line,
	work: Work,
	inner: postgres.TransactionSql,
): Promise<unknown> {
	try {
		const result = await work(inTransaction(line, inner));
		return line.broken ? await never() : result;
	} catch (error) {
		if (isBrokenLine(error)) line.breaks(error);
		if (line.broken) return never();
		throw error;
	}
}

function inTransaction(line: Line, client: postgres.TransactionSql): postgres.TransactionSql {
	const guarded: postgres.TransactionSql = changing(client, {
		unsafe: (text: string, values: Values = [], options?: Options) => {
			if (line.broken) return refused(line.broken);
			const query = client.unsafe(text, values, withPrepare(values, options));
			query.catch((error: unknown) => {
				if (isBrokenLine(error)) line.breaks(error);
			});
			return counted(query, line);
		},
		savepoint: (work: Work) =>
			released(guarded, () => client.savepoint((deeper) => unlessBroken(line, work, deeper))),
	});
	return guarded;
}

/**
 * The client never releases its savepoints: each would lie within all before it, and whenever a row is
 * read that the transaction wrote, it is sought through all of them. One around it is released instead.
 */
async function released(
	client: postgres.TransactionSql,
	work: () => Promise<unknown>,
): Promise<unknown> {
	await client.unsafe('savepoint around');
	try {
		return await work();
	} finally {
		await client.unsafe('release savepoint around');
	}
}

/** A statement that isn't sent; its rows can be asked for in either shape, as of any other. */
function refused(reason: Error): Promise<never> & { values(): Promise<never> } {
	const failing = Promise.reject(reason);
	failing.catch(() => {});
	return Object.assign(failing, { values: () => failing });
}
