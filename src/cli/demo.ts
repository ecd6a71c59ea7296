import type { Command } from 'commander';
import { startProgress } from './progress';
import { withDatabase } from './run';

export function register(program: Command): void {
	const demo = program.command('demo').description('a made-up province, to try everything out');
	demo
		.command('fill')
		.description('fill an empty database with the demo province; does nothing when it is there')
		.action(fill);
}

async function fill(): Promise<void> {
	const { fillDemo } = await import('../lib/demo/fill/fill.server');
	const filled = await withDatabase(({ database }) =>
		fillDemo(database, new Date(), startProgress()),
	);
	console.log(filled ? 'The demo province is ready.' : 'The demo province is there already.');
}
