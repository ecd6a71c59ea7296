import { setImmediate as turnOfOthers } from 'node:timers/promises';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { RowState } from '../../contracts/papers';
import { queryRows, type Database } from '../../server/db/client';
import { teamImport, teamImportRow } from '../../server/db/schema';
import { ConflictError } from '../../server/errors';
import { saveMembers } from '../../teams/save-members.server';
import { saveTeams } from '../../teams/save-teams.server';
import { readApart } from '../apart/read-apart.server';
import type { PlannedAgain, PlannedMember } from './plan-again.server';
import { findImport } from './read-import.server';
import { readRegister } from './read-register.server';

/**
 * Stores the new and changed rows of what an account has sent, all of them or none. When the register
 * has moved since the preview, nothing is stored and the preview shows what the rows mean now.
 * @returns whether they were stored.
 * @throws NotFoundError; ConflictError when they were confirmed before.
 */
export async function confirmImport(
	database: Database,
	actor: Actor,
	id: string,
	now: Date,
): Promise<boolean> {
	return database.transaction(async (transaction) => {
		const { kind, day } = await findImport(transaction, actor, id);
		const [first] = await transaction
			.update(teamImport)
			.set({ confirmedAt: now })
			.where(and(eq(teamImport.id, id), isNull(teamImport.confirmedAt)))
			.returning({ id: teamImport.id });
		if (!first) throw new ConflictError('These rows were stored before.');
		const planned = await readApart('keptTeamRows', {
			...{ kind, day, rows: await readKept(transaction, id) },
			register: await readRegister(transaction, actor, day),
		});
		if (planned.moved.length > 0) {
			await showAgain(transaction, id, planned.moved);
			return false;
		}
		await store(transaction, actor, planned, day);
		await finish(transaction, actor, id, planned.counts);
		return true;
	});
}

/** As text: a province's rows take a second to be read, and whoever reads them here lets all others wait. */
async function readKept(database: Database, id: string): Promise<string[]> {
	const chunks = await queryRows<{ rows: string }>(
		database,
		sql`select jsonb_agg(jsonb_build_object('position', position, 'read', read, 'view', view)
				order by position)::text as rows
			from team_import_row where import_id = ${id}
			group by position / 2000 order by position / 2000`,
	);
	return chunks.map(({ rows }) => rows);
}

async function showAgain(database: Database, id: string, moved: readonly string[]): Promise<void> {
	await database.update(teamImport).set({ confirmedAt: null }).where(eq(teamImport.id, id));
	for (const chunk of moved)
		await database.execute(
			sql`update team_import_row set state = row.view->>'state', view = row.view
				from jsonb_to_recordset(${chunk}::jsonb) as row (position int, view jsonb)
				where import_id = ${id} and team_import_row.position = row.position`,
		);
}

async function store(
	database: Database,
	actor: Actor,
	planned: PlannedAgain,
	day: string,
): Promise<void> {
	const ids = await saveTeams(database, actor, planned.teams);
	const sizes = planned.sizes.map(({ teamId, team, members }) => ({
		teamId: teamId ?? ids[team],
		members,
	}));
	await database.execute(
		sql`insert into stated_team_size (team_id, stated_on, members)
			select "teamId", ${day}, members
			from jsonb_to_recordset(${JSON.stringify(sizes)}::jsonb) as row ("teamId" int, members int)
			on conflict (team_id, stated_on) do update set members = excluded.members`,
	);
	for (const chunk of planned.members) {
		const members = JSON.parse(chunk) as PlannedMember[];
		await saveMembers(
			database,
			actor,
			members.map(({ team, teamId, ...member }) => ({ ...member, teamId: teamId ?? ids[team] })),
		);
		await turnOfOthers();
	}
}

/** Names and phones wait no longer than they have to: only wrong rows stay, to be mended. */
async function finish(
	database: Database,
	actor: Actor,
	id: string,
	stored: Record<RowState, number>,
): Promise<void> {
	await database.update(teamImport).set({ stored }).where(eq(teamImport.id, id));
	await database
		.delete(teamImportRow)
		.where(and(eq(teamImportRow.importId, id), ne(teamImportRow.state, 'wrong')));
	await writeAudit(database, {
		actor,
		action: 'team.import',
		subject: `teamImport:${id}`,
		details: stored,
	});
}
