import { InvalidArgumentError, type Command } from 'commander';
import { addToken } from '../lib/accounts/tokens/add-token.server';
import { listTokens } from '../lib/accounts/tokens/list-tokens.server';
import { revokeToken } from '../lib/accounts/tokens/revoke-token.server';
import { withDatabase } from './run';

export function register(program: Command): void {
	const token = program
		.command('token')
		.description('API tokens, with which programs send reports.');

	token
		.command('add <name>')
		.description('Make a token for an account and print it once.')
		.requiredOption('--label <text>', 'what the token is for')
		.action(add);

	token
		.command('revoke')
		.argument('<id>', 'number of the token', parseId)
		.description('Refuse a token from now on; "token list" shows the ids.')
		.action(revoke);

	token.command('list').description('All tokens, without the tokens themselves.').action(list);
}

async function add(name: string, { label }: { label: string }): Promise<void> {
	const added = await withDatabase(({ database }) => addToken(database, null, name, label));
	console.log(`Added token ${added.id} for ${name}.`);
	console.log(`Token, shown only now: ${added.token}`);
}

function parseId(given: string): number {
	if (!/^\d{1,9}$/.test(given)) throw new InvalidArgumentError('It should be a number.');
	return Number(given);
}

async function revoke(id: number): Promise<void> {
	await withDatabase(({ database }) => revokeToken(database, null, id));
	console.log(`Revoked token ${id}.`);
}

async function list(): Promise<void> {
	const tokens = await withDatabase(({ database }) => listTokens(database));
	for (const { id, accountName, label, createdAt, lastUsedAt, revokedAt } of tokens) {
		const used = lastUsedAt ? `used ${lastUsedAt.toISOString()}` : 'never used';
		const state = revokedAt ? [`revoked ${revokedAt.toISOString()}`] : [];
		console.log(
			[id, accountName, label, `made ${createdAt.toISOString()}`, used, ...state].join('\t'),
		);
	}
}
