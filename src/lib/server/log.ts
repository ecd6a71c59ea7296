import { AsyncLocalStorage } from 'node:async_hooks';

/** Which request something happened in; no address, since addresses hold codes and names. */
export interface RequestContext {
	request: string;
	method: string;
	route: string | null;
	/** Null until it is known who asks, and for visitors. */
	accountId: number | null;
}

const requests = new AsyncLocalStorage<RequestContext>();

/** What `work` logs carries the request that it belongs to. */
export const duringRequest = <Result>(context: RequestContext, work: () => Result): Result =>
	requests.run(context, work);

/** One line of JSON. `details` hold no names, phone numbers, addresses or tokens. */
export function log(
	level: 'error' | 'warn',
	event: string,
	details: Record<string, unknown> = {},
): void {
	const line = { time: new Date().toISOString(), level, event, ...requests.getStore(), ...details };
	console[level](JSON.stringify(line));
}

/** The id under which the log knows the present request. */
export const requestId = (): string | undefined => requests.getStore()?.request;

/** What went wrong and where, without what people entered: statements, never their parameters. */
export function describeError(thrown: unknown): {
	error: string;
	causes?: string[];
	stack?: string[];
} {
	if (!(thrown instanceof Error)) return { error: typeof thrown };
	const causes: string[] = [];
	for (let cause = thrown.cause; cause instanceof Error; cause = cause.cause)
		causes.push(summary(cause));
	const stack = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
	return {
		error: summary(thrown),
		...(causes.length > 0 && { causes }),
		...(stack.length > 0 && { stack: stack.map((line) => line.trim()) }),
	};
}

/** Their messages repeat what they were given. */
const quoting = new Set(['SyntaxError', 'ValiError', 'URIError']);

function summary(error: Error): string {
	if ('query' in error && 'params' in error && error.message.startsWith('Failed query'))
		return `Failed query: ${String(error.query)}`;
	if ('severity' in error) return databaseSummary(error);
	const code = 'code' in error ? ` ${String(error.code)}` : '';
	return quoting.has(error.name) ? error.name + code : `${error.name}${code}: ${error.message}`;
}

/** Of the server's own words only those that name parts of the schema. */
function databaseSummary(error: Error): string {
	const parts = ['code', 'routine', 'table', 'column', 'constraint'];
	const given = new Map<string, unknown>(Object.entries(error));
	const said = parts.flatMap((part) => {
		const value = given.get(part);
		return typeof value === 'string' ? [`${part} ${value}`] : [];
	});
	return ['DatabaseError', ...said].join(', ');
}
