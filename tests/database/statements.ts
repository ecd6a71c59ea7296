import { NoopLogger } from 'drizzle-orm/logger';
import { PglitePreparedQuery } from 'drizzle-orm/pglite/session';
import { vi } from 'vitest';

/** How many statements are sent while some work is done: a handle's logger hears of each and says nothing. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
	const heard = vi.spyOn(NoopLogger.prototype, 'logQuery');
	try {
		await work();
		return heard.mock.calls.length;
	} finally {
		heard.mockRestore();
	}
}

/** What is answered, and what the embedded database was asked for it: each statement and how many rows came back. */
export interface Heard {
	said: string;
	asked: readonly string[];
}

/**
 * Hears an answer with the statements that it took, in their order: how long it takes, but for the machine. What
 * the statements are asked about (numbers, days) isn't among it.
 */
export async function hear(answering: () => Promise<string>): Promise<Heard> {
	const asked: string[] = [];
	const execute: unknown = Reflect.get(PglitePreparedQuery.prototype, 'execute');
	if (typeof execute !== 'function') throw new Error('Queries are executed otherwise.');
	const heard = vi
		.spyOn(PglitePreparedQuery.prototype, 'execute')
		.mockImplementation(async function (this: PglitePreparedQuery<never>, ...values) {
			const { sql } = this.getQuery();
			const place = asked.push(sql) - 1;
			const answer: unknown = await Reflect.apply(execute, this, values);
			asked[place] = `${sql} -> ${countRows(answer)}`;
			return answer;
		});
	try {
		return { said: await answering(), asked };
	} finally {
		heard.mockRestore();
	}
}

function countRows(answer: unknown): number {
	if (Array.isArray(answer)) return answer.length;
	const isRaw = typeof answer === 'object' && answer !== null && 'rows' in answer;
	if (isRaw && Array.isArray(answer.rows)) return answer.rows.length;
	// One row, asked for as such.
	return answer === undefined ? 0 : 1;
}
