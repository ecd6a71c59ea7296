import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { within } from '../../contracts/within';
import { lineName, shownName } from './line-name';
import { preparing, type Traffic } from './preparing';
import { Room } from './room';
import * as schema from './schema';

const mostLines = 10;
/** Milliseconds without an answer to anybody after which the server is asked what it works on. */
const suspicious = 3_000;
const patience = 4_000;

type LinesDatabase = ReturnType<typeof drizzle<typeof schema>>;

interface Lines {
	client: postgres.Sql;
	database: LinesDatabase;
	/** Rejects with what keeps the server from being reached. */
	opened: Promise<unknown>;
}

/**
 * The lines to PostgreSQL. One that falls silent, because a firewall forgot it, says nothing for a
 * quarter of an hour. So when statements wait and none is answered for seconds, the server is asked
 * over a new line how many it works on; if there are fewer, the lines are let go and new ones opened.
 * A statement that takes long is worked on, and is left alone; so are all where the server answers that
 * it has no line left to ask over, for then it would have none to take their place either.
 */
export class LinePool implements Traffic {
	readonly #url: string;
	readonly #name = `nhip-so-${crypto.randomUUID()}`;
	readonly #ticker: NodeJS.Timeout;
	#lines: Lines;
	#waiting = 0;
	#answered = 0;
	#movedAt = performance.now();
	#isAsking = false;
	readonly room = new Room(() => this.#takeRoom());

	/** @throws what keeps the server from being reached. */
	static async open(url: string): Promise<LinePool> {
		const pool = new LinePool(url);
		try {
			await pool.#lines.opened;
			return pool;
		} catch (error) {
			await pool.close(0);
			throw error;
		}
	}

	private constructor(url: string) {
		this.#url = url;
		this.#lines = this.#open();
		this.#ticker = setInterval(() => {
			const isQuiet = performance.now() - this.#movedAt > suspicious;
			if (this.#waiting > 0 && isQuiet && !this.#isAsking) void this.#examine();
		}, 500);
		this.#ticker.unref();
	}

	/** Those of the moment: ask again for each use. */
	get database(): LinesDatabase {
		return this.#lines.database;
	}

	began(): void {
		if (this.#waiting === 0) this.#movedAt = performance.now();
		this.#waiting += 1;
	}

	ended(): void {
		this.#waiting -= 1;
		this.#answered += 1;
		this.#movedAt = performance.now();
	}

	failed(reason: unknown): void {
		this.room.failed(reason);
	}

	/** @param patience seconds for what is under way. */
	async close(seconds: number): Promise<void> {
		clearInterval(this.#ticker);
		await this.#lines.client.end({ timeout: seconds });
	}

	#open(): Lines {
		const client = postgres(this.#url, {
			max: mostLines,
			connect_timeout: patience / 1000,
			idle_timeout: 60,
			connection: { application_name: lineName(this.#name) },
			onnotice: () => {},
		});
		// The first line asks for the types of arrays, for all. Nobody would hear of a later one's
		// question failing, and what nobody hears of ends the process.
		const opened = client`select 1`.then(() =>
			Object.assign(client.options, { fetch_types: false }),
		);
		opened.catch(() => undefined);
		return { client, opened, database: drizzle(preparing(client, this), { schema }) };
	}

	/** A table of 16 MB for a moment, where the others are. */
	async #takeRoom(): Promise<void> {
		await this.database.transaction(async (transaction) => {
			await transaction.execute(sql`set local temp_tablespaces = ''`);
			await transaction.execute(sql`create temporary table room on commit drop as
				select repeat('0', 1900) from generate_series(1, 8192)`);
		});
	}

	async #examine(): Promise<void> {
		this.#isAsking = true;
		try {
			const [answered, waiting] = [this.#answered, Math.min(this.#waiting, mostLines)];
			const working = await askHowManyWork(this.#url, this.#name);
			if (this.#answered !== answered || (working !== undefined && working >= waiting)) return;
			const { client } = this.#lines;
			if (working !== undefined) await endForgotten(this.#url, this.#name);
			this.#lines = this.#open();
			this.#movedAt = performance.now();
			// Whoever is answered all the same has a moment for it; nobody who isn't waits on.
			await client.end({ timeout: working === undefined ? 0 : 2 });
		} finally {
			this.#isAsking = false;
		}
	}
}

/** How many of the named lines the server works for now, or all where it answers but won't tell; undefined when it doesn't answer either. */
const askHowManyWork = (url: string, name: string): Promise<number | undefined> =>
	overNewLine(url, {
		refused: Number.POSITIVE_INFINITY,
		ask: async (client) => {
			const [row] = await client<{ working: number }[]>`
				select count(*)::int as working from pg_stat_activity
				where application_name = ${shownName(name)} and state = 'active'`;
			return row?.working;
		},
	});

/** The server keeps a line that fell silent for hours, with the locks of a transaction that it waits for. */
const endForgotten = (url: string, name: string): Promise<unknown> =>
	overNewLine(url, {
		refused: undefined,
		ask: (client) => client`select pg_terminate_backend(pid) from pg_stat_activity
			where application_name = ${shownName(name)} and state like 'idle in transaction%'`,
	});

interface Question<Answer> {
	ask: (client: postgres.Sql) => Promise<Answer>;
	/** What it comes to when the server answers that it won't. */
	refused: Answer;
}

/** What the server says over a line of its own; undefined when it doesn't. */
async function overNewLine<Answer>(
	url: string,
	{ ask, refused }: Question<Answer>,
): Promise<Answer | undefined> {
	const client = postgres(url, {
		max: 1,
		connect_timeout: patience / 1000,
		fetch_types: false,
		onnotice: () => {},
	});
	const answer = ask(client).catch((error: unknown) =>
		error instanceof postgres.PostgresError ? refused : undefined,
	);
	try {
		return await within(patience, answer, () => undefined);
	} finally {
		void client.end({ timeout: 0 });
	}
}
