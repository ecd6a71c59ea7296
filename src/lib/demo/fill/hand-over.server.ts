import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { addToken } from '../../accounts/tokens/add-token.server';
import { actorOfBearer } from '../../accounts/tokens/bearer.server';
import { listTokens } from '../../accounts/tokens/list-tokens.server';
import { revokeToken } from '../../accounts/tokens/revoke-token.server';
import { addMonths, localDay } from '../../contracts/local-time';
import { latestDueMonth } from '../../reports/periods/deadlines';
import { queryRows, type Database } from '../../server/db/client';
import { approverName, demoAccounts, demoPassword } from '../accounts';
import {
	tokenFile,
	Tokens,
	type HandOver,
	type SimulatedUnit,
	writeHandOver,
} from '../simulator/hand-over';
import { isValidOn } from '../../server/db/unit-tree';

const label = 'Mô phỏng';

/** Writes what the simulator and the start script need: tokens, sign-ins, and how reports stand. */
export async function handOver(
	database: Database,
	dataDirectory: string,
	now: Date,
): Promise<void> {
	await mkdir(dataDirectory, { recursive: true });
	const path = tokenFile(dataDirectory);
	const tokens = await readTokens(path);
	const units = await readUnits(database, now);
	const simulated = [...new Set([approverName, ...units.map(({ account }) => account)])];
	if (!(await areValid(database, tokens, simulated))) {
		await writeFile(path, '{}', { mode: 0o600 });
		await chmod(path, 0o600);
		await writeFile(path, JSON.stringify(await mintTokens(database, simulated)));
	}
	const state: HandOver = {
		password: demoPassword,
		signIns: demoAccounts.map(({ name, displayName, role }) => ({ name, displayName, role })),
		units,
	};
	await writeHandOver(dataDirectory, state);
}

async function readTokens(path: string): Promise<Record<string, string>> {
	try {
		return v.parse(Tokens, JSON.parse(await readFile(path, 'utf8')));
	} catch {
		// Missing or spoilt: new ones are minted.
		return {};
	}
}

async function areValid(
	database: Database,
	tokens: Record<string, string>,
	names: readonly string[],
): Promise<boolean> {
	for (const name of names) {
		const actor = await actorOfBearer(database, `Bearer ${tokens[name] ?? ''}`);
		if (actor?.name !== name) return false;
	}
	return true;
}

async function mintTokens(
	database: Database,
	names: readonly string[],
): Promise<Record<string, string>> {
	for (const token of await listTokens(database))
		if (token.label === label && token.revokedAt === null)
			await revokeToken(database, null, token.id);
	const minted: Record<string, string> = {};
	for (const name of names) minted[name] = (await addToken(database, null, name, label)).token;
	return minted;
}

/** The villages that report today, with their last months. */
function readUnits(database: Database, now: Date): Promise<SimulatedUnit[]> {
	const today = localDay(now);
	const since = addMonths(latestDueMonth(now), -2);
	return queryRows<SimulatedUnit & Record<string, unknown>>(
		database,
		sql`select village.code as unit, account.name as account, coalesce(
				(select jsonb_object_agg(period.code, jsonb_build_object(
						'revision', report.latest_revision, 'state', latest.state,
						'figures', jsonb_build_object('households', figures.households,
							'skill1', figures.skill_1, 'skill2', figures.skill_2, 'skill3', figures.skill_3,
							'skill4', figures.skill_4, 'skill5', figures.skill_5, 'allFive', figures.all_five,
							'assisted', figures.assisted, 'vneid', figures.vneid,
							'serviceAccount', figures.service_account)))
					from report
					join reporting_period period on period.id = report.period_id
						and period.kind = 'month' and period.code >= ${since}
					join report_revision latest
						on latest.report_id = report.id and latest.revision = report.latest_revision
					join report_revision figures
						on figures.report_id = report.id and figures.revision = report.provisional_revision
					where report.unit_id = village.id and figures.households is not null
						and figures.all_five is not null), '{}') as reports
			from admin_unit village
			join role_grant on role_grant.unit_id = village.parent_id and role_grant.role = 'reporter'
			join account on account.id = role_grant.account_id and account.name like 'baocao.cum%'
			where village.level = 'village' and ${isValidOn('village', today)}
				and exists (select from team where team.unit_id = village.id
					and team.founded_on <= ${today} and (team.closed_on is null or team.closed_on > ${today}))
			order by village.code`,
	);
}
