import { DrizzleQueryError } from 'drizzle-orm/errors';
import { afterEach, expect, it, vi } from 'vitest';
import { describeError, duringRequest, log } from './log';

const secrets = ['Nguyễn Văn An', '0912345678', 'token-abc'];

afterEach(() => vi.restoreAllMocks());

it('says what failed and where, but not what people entered', () => {
	const refused = Object.assign(new Error(`duplicate key: (${secrets.join()})`), {
		severity: 'ERROR',
		code: '23505',
		constraint: 'account_name',
		detail: `Key (name)=(${secrets[0]}) already exists.`,
	});
	const failed = new DrizzleQueryError('insert into account (name) values ($1)', secrets, refused);
	const said = JSON.stringify(describeError(failed));
	for (const secret of secrets) expect(said).not.toContain(secret);
	expect(said).toContain('insert into account');
	expect(said).toContain('23505');
	expect(said).toContain('account_name');
	expect(said).toContain('log.test.ts');
});

it('leaves out messages that quote their input', () => {
	let thrown: unknown;
	try {
		JSON.parse(secrets[0] ?? '');
	} catch (error) {
		thrown = error;
	}
	expect(describeError(thrown).error).toBe('SyntaxError');
});

it('gives each line its time and the request that it belongs to', () => {
	const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
	const context = { request: 'r-1', method: 'GET', route: '/reports', accountId: 7 };
	duringRequest(context, () => {
		log('warn', 'access.refused');
	});
	const line: unknown = JSON.parse(String(warn.mock.calls[0]?.[0]));
	expect(line).toMatchObject({ ...context, event: 'access.refused', level: 'warn' });
	expect(line).toHaveProperty('time', expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/));
});
