import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import { decideReports } from '../../reports/review/decide.server';
import { submitReports } from '../../reports/intake/submit.server';
import { pruneChanges } from '../../server/change-log';
import type { Database } from '../../server/db/client';
import { forgetRecording } from '../../server/db/rows-as-of';
import {
	administratorName,
	approverName,
	boardMemberName,
	circuitAccount,
	leaderName,
	provinceReporterName,
} from '../accounts';
import { imagineActivities } from '../history/activities';
import { tellOwnReports } from '../history/own-reports';
import { imagineCorrectionRequests } from '../history/correction-requests';
import type { Happening } from '../history/history';
import { imagineTickets } from '../history/tickets';
import type { Demo } from '../imagine';
import { addAccounts } from './add-accounts.server';
import { addActivities } from './add-activities.server';
import { addAwards } from './add-awards.server';
import { addBoards } from './add-boards.server';
import { addContacts } from './add-contacts.server';
import { addCorrectionRequests } from './add-correction-requests.server';
import { addOwnReports, refuse } from './add-own-reports.server';
import { addMaterials } from './add-materials.server';
import { addMembers } from './add-members.server';
import { addInquiries } from './add-inquiries.server';
import { addPlans } from './add-plans.server';
import { addPractices } from './add-practices.server';
import { addScreens } from './add-screens.server';
import { addTargets } from './add-targets.server';
import { addTickets } from './add-tickets.server';
import { explainGrowth } from './explain-register.server';
import { isFilled } from './is-filled.server';
import { loadUnits } from './load-units.server';
import { dayLength } from '../../contracts/local-time';

/** Any number of our own: two that fill the same database take turns. */
const fillLock = 20221011;

/**
 * Fills an empty database with the demo province, in one transaction: it is there whole or not at all.
 * @throws ConflictError when the database holds units of somebody else.
 */
export async function fillDemo(
	database: Database,
	demo: Demo,
	progress: (message: string) => void,
): Promise<void> {
	const { province, calendar, happenings } = demo;
	await database.transaction(async (transaction) => {
		await transaction.execute(sql`select pg_advisory_xact_lock(${fillLock})`);
		if (await isFilled(transaction)) return;
		await loadUnits(transaction, province, calendar.mergerOn, progress);
		const actors = await addAccounts(transaction, province);
		progress('who is in the teams');
		const administrator = actorNamed(actors, administratorName);
		await addMembers(transaction, administrator, calendar);
		await addBoards(transaction, administrator, actorNamed(actors, boardMemberName), calendar);
		await addContacts(transaction, administrator, calendar.now);
		progress('what teams did and asked for');
		await addActivities(transaction, imagineActivities(province, calendar));
		await addTickets(transaction, actors, imagineTickets(province, calendar));
		await replay(transaction, actors, happenings, progress);
		progress('what is asked of units, and what they learn from');
		const approver = actorNamed(actors, approverName);
		await addCorrectionRequests(transaction, approver, imagineCorrectionRequests(demo));
		const reporter = actorNamed(actors, provinceReporterName);
		await addOwnReports(transaction, { reporter, approver }, tellOwnReports(calendar));
		const leader = actorNamed(actors, leaderName);
		await explainGrowth(transaction, administrator, leader, calendar.now);
		await addTargets(transaction, approver, calendar);
		await addPlans(transaction, approver, calendar);
		await addInquiries(transaction, approver, calendar);
		await addPractices(transaction, actors, approver, province, calendar.now);
		await addMaterials(transaction, approver, calendar.now);
		progress('who was put forward, and what the council did');
		await addAwards(transaction, actors, calendar);
		await addScreens(transaction, administrator, calendar.now);
		await forgetRecording(transaction);
		// Nobody has looked yet, so nobody has to catch up.
		await pruneChanges(transaction, new Date(Date.now() + dayLength));
	});
	await database.execute(sql`vacuum analyze`);
}

function actorNamed(actors: ReadonlyMap<string, Actor>, name: string): Actor {
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
	const actor = (name: string) => actorNamed(actors, name);
	let month = '';
	let months = 0;
	// Each batch looks a few rows up by key, while the planner, for want of better, expects many.
	const settings = { random_page_cost: '0.2', enable_hashjoin: 'off', enable_mergejoin: 'off' };
	for (const [name, value] of Object.entries(settings))
		await database.execute(sql.raw(`set local ${name} = ${value}`));
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
	// What comes after joins whole tables.
	for (const name of Object.keys(settings))
		await database.execute(sql.raw(`set local ${name} to default`));
	await database.execute(sql`analyze`);
}
