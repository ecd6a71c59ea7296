import type { Command } from 'commander';
import { pruneAudit } from '../lib/accounts/audit/prune-audit.server';
import { verifyAudit } from '../lib/accounts/audit/verify-audit.server';
import type { ChainFault } from '../lib/accounts/audit/chain';
import { parseDate, withDatabase } from './run';

export function register(program: Command): void {
	const audit = program.command('audit').description('The log of who did what.');
	audit
		.command('verify')
		.description(
			'Follow the chain of hashes through the audit log and name the first row that does not fit.',
		)
		.action(verify);
	audit
		.command('prune')
		.description('Remove the oldest rows; their hashes stay, so that the log still verifies.')
		.requiredOption('--before <date>', 'local day from which rows are kept, YYYY-MM-DD', parseDate)
		.requiredOption('--reason <text>', 'the rule by which they are removed')
		.action(prune);
}

const faults: Record<ChainFault, string> = {
	changed: 'was changed after it was sealed',
	removed: 'was removed',
	sealRemoved: 'stands after a gap: the row before it was removed with its seal',
	sealChanged: 'has a seal that does not follow from the one before',
	inserted: 'was inserted: it claims to be older than what was sealed before it came',
};

async function verify(): Promise<void> {
	const verdict = await withDatabase(({ database }) => verifyAudit(database));
	const { fault, sealed, pruned, unsealed, head } = verdict;
	if (fault) {
		const place = fault.sequence === null ? '' : ` (place ${fault.sequence} of the chain)`;
		console.log(`MISMATCH: row ${fault.entryId}${place} ${faults[fault.fault]}`);
		process.exitCode = 1;
		return;
	}
	const open = unsealed.since === null ? '' : ` since ${unsealed.since}`;
	console.log(`match: ${sealed} rows in the chain, ${pruned} of them pruned by rule`);
	console.log(`not in the chain yet: ${unsealed.count}${open}`);
	console.log(`head: ${head || 'none'}`);
}

async function prune(options: { before: string; reason: string }): Promise<void> {
	const removed = await withDatabase(({ database }) => pruneAudit(database, options));
	console.log(`${removed} removed`);
}
