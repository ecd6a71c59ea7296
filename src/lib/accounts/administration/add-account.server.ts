import type { Actor, RoleGrant } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { account, roleGrant } from '../../server/db/schema';
import { ConflictError, InvalidError, type Problem } from '../../server/errors';
import { parseAccountName } from '../account-name';
import { parseDisplayName, parseEmail } from '../person-details.server';
import { requireMayGrant } from './administered.server';
import { noteKnowledge } from '../access/credential-knowledge.server';
import { writeAudit } from '../audit/audit.server';
import { passwordFault } from '../sign-in/password-fault.server';
import { passwordLength } from '../sign-in/password-rules';
import { hashPassword } from '../sign-in/password.server';

export interface NewAccount {
	name: string;
	displayName: string;
	/** Null: signs in by links alone. */
	password: string | null;
	/** Whether it is shown once and opens nothing but the choice of another: so unless it is said. */
	passwordTemporary?: boolean;
	email?: string | null;
	grants: readonly RoleGrant[];
}

/**
 * @param actor null for the command line.
 * @returns the account's id.
 * @throws InvalidError for a bad name, address or password; ConflictError when the name is taken;
 * ForbiddenError when a role reaches beyond the actor's units.
 */
export async function addAccount(
	database: Database,
	actor: Actor | null,
	given: NewAccount,
	now = new Date(),
): Promise<number> {
	const name = parseAccountName(given.name);
	if (name === null)
		throw new InvalidError([
			{
				field: 'name',
				rule: 'accountName',
				message: 'should be 3 to 64 of a–z, 0–9, dot, dash and underscore',
			},
		]);
	const displayName = parseDisplayName(given.displayName);
	const email = parseEmail(given.email ?? '');
	if (given.password !== null) requireGoodPassword(given.password, name);
	const passwordHash = given.password === null ? null : await hashPassword(given.password);
	return database.transaction(async (transaction) => {
		if (actor !== null) await requireMayGrant(transaction, actor, given.grants);
		const [added] = await transaction
			.insert(account)
			.values({
				...{ name, displayName, email, passwordHash },
				passwordTemporary: passwordHash !== null && (given.passwordTemporary ?? true),
			})
			.onConflictDoNothing()
			.returning({ id: account.id });
		if (!added) throw new ConflictError(`There is already an account named ${name}.`);
		if (given.grants.length > 0)
			await transaction
				.insert(roleGrant)
				.values(given.grants.map((grant) => ({ accountId: added.id, ...grant })));
		if (passwordHash !== null)
			await noteKnowledge(transaction, actor, { accountId: added.id, kind: 'password' }, now);
		await writeAudit(transaction, {
			actor,
			action: 'account.add',
			subject: `account:${name}`,
			details: { grants: given.grants },
		});
		return added.id;
	});
}

/** @throws InvalidError with the rule that the password breaks. */
export function requireGoodPassword(password: string, name: string): void {
	const rule = passwordFault(password, name);
	if (rule === null) return;
	const message: Problem['message'] = {
		tooShort: `should have at least ${passwordLength.least} characters`,
		tooLong: `should have at most ${passwordLength.most} characters`,
		isName: 'should not be made of the account name',
		common: 'is one of those that are guessed first',
	}[rule];
	throw new InvalidError([{ field: 'password', rule, message }]);
}
