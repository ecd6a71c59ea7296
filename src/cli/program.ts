import { Command } from 'commander';
import * as audit from './audit';
import * as awards from './awards';
import * as backup from './backup';
import * as boundaries from './boundaries';
import * as demo from './demo';
import * as households from './households';
import * as lineage from './lineage';
import * as restore from './restore';
import * as terrains from './terrains';
import * as token from './token';
import * as units from './units';
import * as user from './user';

/** The whole command line, for one use. */
export function createProgram(): Command {
	const program = new Command('nhip-so')
		.usage('<what> <verb> …  (npm run cli -- <what> <verb> …)')
		.description('Administration of a Nhịp Số installation.')
		.helpCommand(false)
		// Help after a wrong command would bury the one line that says what was wrong.
		.showHelpAfterError('Add --help to see how it is called.')
		.exitOverride();
	for (const command of [
		audit,
		awards,
		backup,
		boundaries,
		demo,
		households,
		lineage,
		restore,
		terrains,
		token,
		units,
		user,
	])
		command.register(program);
	return program;
}
