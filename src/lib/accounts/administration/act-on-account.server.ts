import type { Actor } from '../../contracts/accounts';
import { roles } from '../../contracts/accounts';
import { wholeNumber } from '../../contracts/text/address';
import type { Database } from '../../server/db/client';
import { resetSecondFactor } from '../second-factor/reset-second-factor.server';
import { endAccountSessions } from '../sessions/end-account-sessions.server';
import { generatePassword } from '../sign-in/password.server';
import { withdrawRole } from './change-grants.server';
import { disableAccount } from './disable-account.server';
import { enableAccount } from './enable-account.server';
import { resetAccount } from './reset-account.server';
import { updateAccount } from './update-account.server';

/** What an administrator's form about one account says. */
export interface AccountForm {
	database: Database;
	actor: Actor;
	name: string;
	entered: Record<string, string>;
}

/** What was done, for the page to say. */
export type Done =
	| { kind: 'saved' | 'granted' | 'withdrawn' | 'secondFactorReset' | 'disabled' | 'enabled' }
	/** The password is shown once. */
	| { kind: 'reset'; password: string }
	| { kind: 'sessionsEnded'; count: number };

type Act = (form: AccountForm) => Promise<Done>;

/** By the name of the form's action. */
export const accountActs = {
	update: async ({ database, actor, name, entered: { displayName = '', email = '' } }) => {
		await updateAccount(database, actor, name, { displayName, email });
		return { kind: 'saved' };
	},
	withdraw: async ({ database, actor, name, entered }) => {
		const role = roles.find((each) => each === entered['role']) ?? 'viewer';
		const unitId = wholeNumber(entered['unitId']) ?? 0;
		await withdrawRole(database, actor, name, { role, unitId });
		return { kind: 'withdrawn' };
	},
	reset: async ({ database, actor, name }) => {
		const password = generatePassword();
		await resetAccount(database, actor, name, password);
		return { kind: 'reset', password };
	},
	endSessions: async ({ database, actor, name }) => ({
		kind: 'sessionsEnded',
		count: await endAccountSessions(database, actor, name),
	}),
	resetSecondFactor: async ({ database, actor, name }) => {
		await resetSecondFactor(database, actor, name);
		return { kind: 'secondFactorReset' };
	},
	disable: async ({ database, actor, name }) => {
		await disableAccount(database, actor, name);
		return { kind: 'disabled' };
	},
	enable: async ({ database, actor, name }) => {
		await enableAccount(database, actor, name);
		return { kind: 'enabled' };
	},
} satisfies Record<string, Act>;
