import { text } from 'node:stream/consumers';
import { Option, type Command } from 'commander';
import { addAccount } from '../lib/accounts/administration/add-account.server';
import { disableAccount } from '../lib/accounts/administration/disable-account.server';
import { listAccounts } from '../lib/accounts/administration/list-accounts.server';
import { generatePassword } from '../lib/accounts/sign-in/password.server';
import { resetAccount } from '../lib/accounts/administration/reset-account.server';
import { resetSecondFactor } from '../lib/accounts/second-factor/reset-second-factor.server';
import { unitByCode } from '../lib/admin-units/home.server';
import { roles, type Role } from '../lib/contracts/accounts';
import { localDay } from '../lib/contracts/local-time';
import { NotFoundError } from '../lib/server/errors';
import { withDatabase } from './run';

interface PasswordSource {
	passwordStdin?: true;
}

interface AddOptions extends PasswordSource {
	displayName: string;
	role: Role;
	unit: string;
}

export function register(program: Command): void {
	const user = program.command('user').description('People who sign in.');

	user
		.command('add <name>')
		.description(
			'Add an account. Its password is made up and printed once, for the first sign-in, unless it is given.',
		)
		.requiredOption('--display-name <text>', 'how others see the account')
		.addOption(
			new Option('--role <role>', 'what the account may do in the unit and below it')
				.choices(roles)
				.makeOptionMandatory(),
		)
		.requiredOption('--unit <code>', 'code of a unit that exists today, such as 24, 07294 or VN')
		.option('--password-stdin', 'read the password from standard input')
		.action(add);

	user
		.command('disable <name>')
		.description('Sign the account out everywhere and refuse it and its tokens from now on.')
		.action(disable);

	user
		.command('reset <name>')
		.description(
			'Give the account another password, sign it out everywhere, and enable it if it was disabled.',
		)
		.option('--password-stdin', 'read the password from standard input')
		.action(reset);

	user
		.command('reset-second-factor <name>')
		.description('Take the second factor away, for somebody who lost the phone and the codes.')
		.action(resetFactor);

	user.command('list').description('All accounts with their roles.').action(list);
}

async function add(name: string, options: AddOptions): Promise<void> {
	const password = await choosePassword(options);
	await withDatabase(async ({ database }) => {
		const unit = await unitByCode(database, options.unit, localDay(new Date()));
		if (!unit) throw new NotFoundError(`There is no unit with the code ${options.unit} today.`);
		await addAccount(database, null, {
			name,
			displayName: options.displayName,
			password: password.value,
			passwordTemporary: password.temporary,
			grants: [{ role: options.role, unitId: unit.id }],
		});
		console.log(`Added ${name}: ${options.role} of ${unit.name} (${unit.code}).`);
	});
	password.show();
}

async function disable(name: string): Promise<void> {
	const ended = await withDatabase(({ database }) => disableAccount(database, null, name));
	console.log(`Disabled ${name} and ended ${count(ended, 'session')}.`);
	console.log(`Its API tokens are refused as long as it is disabled.`);
}

async function reset(name: string, options: PasswordSource): Promise<void> {
	const password = await choosePassword(options);
	const result = await withDatabase(({ database }) =>
		resetAccount(database, null, name, password.value, { temporary: password.temporary }),
	);
	console.log(`Reset ${name} and ended ${count(result.endedSessions, 'session')}.`);
	if (result.enabled) console.log('The account was disabled and can be used again.');
	if (result.tokensInUse > 0)
		console.log(
			`${count(result.tokensInUse, 'API token')} of it still in use: see "token list" and "token revoke".`,
		);
	password.show();
}

async function resetFactor(name: string): Promise<void> {
	await withDatabase(({ database }) => resetSecondFactor(database, null, name));
	console.log(`Reset the second factor of ${name}: it is set up anew at the next sign-in.`);
}

async function list(): Promise<void> {
	const accounts = await withDatabase(({ database }) => listAccounts(database));
	for (const { name, displayName, disabledAt, grants } of accounts) {
		const roles = grants.map(({ role, unit }) => `${role} of ${unit.name} (${unit.code})`);
		const state = disabledAt ? ['disabled'] : [];
		console.log([name, displayName, ...roles, ...state].join('\t'));
	}
}

/** The given password, or a new one for one sign-in that `show` prints, once all has been stored. */
async function choosePassword({ passwordStdin }: PasswordSource) {
	if (passwordStdin) {
		const value = (await text(process.stdin)).replace(/\r?\n$/, '');
		return { value, temporary: false, show: () => {} };
	}
	const value = generatePassword();
	const show = () => {
		console.log(`Password, shown only now: ${value}`);
		console.log('It is for the first sign-in, which asks for another one.');
	};
	return { value, temporary: true, show };
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
