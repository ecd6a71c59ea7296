import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import { decideReports } from '../../reports/decide.server';
import { submitReports } from '../../reports/submit.server';
import { pruneChanges } from '../../server/change-log';
import type { Database } from '../../server/db/client';
import { administratorName, approverName, circuitAccount } from '../accounts';
import { imagineActivities } from '../history/activities';
import type { Happening } from '../history/history';
import { imagineTickets } from '../history/tickets';
import type { Demo } from '../imagine';
import { addAccounts } from './add-accounts.server';
import { addActivities } from './add-activities.server';
import { addMaterials } from './add-materials.server';
import { addMembers } from './add-members.server';
import { addPractices } from './add-practices.server';
import { addTargets } from './add-targets.server';
import { addTickets } from './add-tickets.server';
import { isFilled } from './is-filled.server';
import { loadUnits } from './load-units.server';

/** Any number of our own: two that fill the same database take turns. */
const fillLock = 20221011;

/**
 * Fills an empty database with the demo province, in one transaction: it is there whole or not at all.
 * @throws ConflictError when the database holds units of somebody else.
 */
export async function fillDemo(
	database: Database,
	{ province, calendar, happenings }: Demo,
	progress: (message: string) => void,
): Promise<void> {
	await database.transaction(async (transaction) => {
		await transaction.execute(sql`select pg_advisory_xact_lock(${fillLock})`);
		if (await isFilled(transaction)) return;
		await loadUnits(transaction, province, calendar.mergerOn, progress);
		const actors = await addAccounts(transaction, province);
		progress('who is in the teams');
		await addMembers(transaction, known(actors, administratorName), calendar);
		progress('what teams did and asked for');
		await addActivities(transaction, imagineActivities(province, calendar));
		await addTickets(transaction, actors, imagineTickets(province, calendar));
		await replay(transaction, actors, happenings, progress);
		progress('what is asked of units, and what they learn from');
		const approver = known(actors, approverName);
		await addTargets(transaction, approver, calendar);
		await addPractices(transaction, actors, approver, province, calendar.now);
		await addMaterials(transaction, approver, calendar.now);
		// Nobody has looked yet, so nobody has to catch up.
		await pruneChanges(transaction, new Date(Date.now() + 86_400_000));
	});
	await database.execute(sql`vacuum analyze`);
}

function known(actors: ReadonlyMap<string, Actor>, name: string): Actor {
	const actor = actors.get(name);
	if (!actor) throw new Error(`The demo has no account ${name}.`);
	return actor;
}

async function replay(
	database: Database,
	actors: ReadonlyMap<string, Actor>,
	happenings: readonly Happening[],
	progress: (message: string) => void,
): Promise<void> {
	const actor = (name: string) => known(actors, name);
	let month = '';
	let months = 0;
	// Each batch looks a few rows up by key, while the planner, for want of better, expects many.
	for (const setting of [
		'random_page_cost = 0.2',
		'enable_hashjoin = off',
		'enable_mergejoin = off',
	])
		await database.execute(sql.raw(`set local ${setting}`));
	for (const happening of happenings) {
		const own = happening.at.toISOString().slice(0, 7);
		if (own !== month) {
			progress(`reports received in ${own}`);
			if (months < 3 || months % 8 === 0) await database.execute(sql`analyze`);
			months += 1;
		}
		month = own;
		if (happening.kind === 'submit') {
			const by = actor(circuitAccount(happening.circuit));
			const options = { channel: 'api', now: happening.at } as const;
			const results = await submitReports(database, by, happening.reports, options);
			refuse(results.filter(({ status }) => status !== 'accepted'));
		} else {
			const by = actor(approverName);
			const results = await decideReports(database, by, happening.decisions, happening.at);
			refuse(results.filter(({ status }) => status !== 'done'));
		}
	}
}

/** The history keeps the rules of intake; whatever doesn't is a defect of the demo. */
function refuse(refused: readonly unknown[]): void {
	if (refused.length > 0)
		throw new Error(`The demo breaks a rule: ${JSON.stringify(refused.slice(0, 3))}`);
}
