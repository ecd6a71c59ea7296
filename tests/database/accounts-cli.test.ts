import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { actorOfBearer } from '../../src/lib/accounts/tokens/bearer.server';
import { GuessLimiter } from '../../src/lib/accounts/sign-in/guess-limiter.server';
import { signIn } from '../../src/lib/accounts/sign-in/sign-in.server';
import { openDatabase, type DatabaseHandle } from '../../src/lib/server/db/client';
import { auditLog } from '../../src/lib/server/db/schema';
import { addUnit } from './accounts';
import { commandLine } from './command-line';
import { createPostgresDatabase } from '.';

let handle: DatabaseHandle;
let url: string;

beforeAll(async () => {
	url = await createPostgresDatabase();
	handle = await openDatabase({ databaseUrl: url, dataDirectory: '' });
	await addUnit(handle.database, '99', 'province', null);
});
afterAll(() => handle.close());

/** A program of its own, which is given what another one prints. */
function ownProcess(line: string[], input: string) {
	return spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...line], {
		input,
		encoding: 'utf8',
		env: { ...process.env, DATABASE_URL: url },
	});
}

const cli = (line: string[]) => commandLine(line, { DATABASE_URL: url });

async function canSignIn(name: string, password: string) {
	const from = { address: '192.0.2.1', userAgent: '', replaces: null };
	const given = { name, password, ...from, requireSecondFactor: false };
	return (await signIn(handle.database, given, { limiter: new GuessLimiter('password') })).ok;
}

const made = (output: string) => /shown only now: (\S+)/.exec(output)?.[1] ?? '';

it('adds, resets and disables accounts, and shows a made-up password once', async () => {
	const add = ['user', 'add', 'lan', '--display-name', 'Lan', '--role', 'approver', '--unit', '99'];
	const first = made((await cli(add)).stdout);
	expect(await canSignIn('lan', first)).toBe(true);
	expect(await cli(add)).toMatchObject({
		code: 1,
		stderr: 'There is already an account named lan.\n',
	});
	expect((await cli(['user', 'list'])).stdout).toBe('lan\tLan\tapprover of 99 (99)\n');

	const given = 'một câu đủ dài';
	const reset = ownProcess(['user', 'reset', 'lan', '--password-stdin'], `${given}\n`);
	expect(reset.stdout).toBe('Reset lan and ended 0 sessions.\n');
	expect([await canSignIn('lan', first), await canSignIn('lan', given)]).toEqual([false, true]);

	expect((await cli(['user', 'disable', 'lan'])).code).toBe(0);
	expect(await canSignIn('lan', given)).toBe(false);
	expect((await cli(['user', 'list'])).stdout).toContain('disabled');
	expect(made((await cli(['user', 'reset', 'lan'])).stdout)).not.toBe(first);

	const log = await handle.database.select().from(auditLog);
	expect(JSON.stringify(log)).not.toContain(first);
	expect(log.filter(({ accountId }) => accountId === null).map(({ action }) => action)).toEqual([
		'account.add',
		'account.reset',
		'account.signInFailed',
		'account.disable',
		'account.signInFailed',
		'account.reset',
	]);
});

it('makes a token that works until it is revoked', async () => {
	const added = await cli(['token', 'add', 'lan', '--label', 'bưu điện']);
	const bearer = `Bearer ${made(added.stdout)}`;
	expect(await actorOfBearer(handle.database, bearer)).toMatchObject({ name: 'lan' });
	const id = /token (\d+)/.exec(added.stdout)?.[1] ?? '';
	expect((await cli(['token', 'list'])).stdout).toMatch(new RegExp(`^${id}\tlan\tbưu điện\t`));
	expect((await cli(['token', 'revoke', id])).code).toBe(0);
	expect(await actorOfBearer(handle.database, bearer)).toBeNull();
	expect((await cli(['token', 'revoke', id])).stderr).toBe(`There is no token ${id} in use.\n`);
});

it.each([
	[
		['user', 'add', 'hoa', '--display-name', 'Hoa', '--role', 'viewer', '--unit', '00'],
		1,
		'no unit',
	],
	[['user', 'add', 'hoa', '--display-name', 'Hoa', '--role', 'boss', '--unit', '99'], 2, 'viewer'],
	[['user', 'reset', 'khong.co'], 1, 'There is no account named khong.co.'],
	[['user', 'reset-second-factor', 'lan'], 1, 'The account lan has no second factor.'],
	[['token', 'add', 'khong.co', '--label', 'x'], 1, 'There is no account named khong.co.'],
])('says what is wrong with %j', async (line, code, complaint) => {
	const run = await cli(line);
	expect(run.code).toBe(code);
	expect(run.stderr).toContain(complaint);
	expect(run.stdout).toBe('');
});
