import { InvalidArgumentError, type Command } from 'commander';
import { verifyFreeze } from '../lib/awards/freeze/read.server';
import { wholeNumber } from '../lib/contracts/text/address';
import { withDatabase } from './run';

export function register(program: Command): void {
	const awards = program.command('awards').description('Seasons of awards.');
	awards
		.command('verify')
		.description('Compute every score and band of a season again from what was frozen.')
		.argument('<season>', 'number of the season, as its address has it', parseSeason)
		.action(verify);
}

function parseSeason(given: string): number {
	const id = wholeNumber(given);
	if (id === null) throw new InvalidArgumentError('It should be a number.');
	return id;
}

async function verify(season: number): Promise<void> {
	const steps = await withDatabase(({ database }) => verifyFreeze(database, season));
	for (const { step, matches, difference } of steps) {
		const where = difference
			? ` at ${difference.path || 'the whole'}: published ${difference.published}, computed ${difference.computed}`
			: '';
		console.log(`${step}: ${matches ? 'match' : `MISMATCH${where}`}`);
	}
	if (steps.some(({ matches }) => !matches)) process.exitCode = 1;
}
