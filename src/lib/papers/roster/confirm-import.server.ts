import { isDeepStrictEqual } from 'node:util';
import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { RowState } from '../../contracts/papers';
import type { Database } from '../../server/db/client';
import { teamImport, teamImportRow } from '../../server/db/schema';
import { ConflictError } from '../../server/errors';
import { saveMembers } from '../../teams/save-members.server';
import { saveTeams } from '../../teams/save-teams.server';
import { planTeamFile } from './file-kinds.server';
import type { PlannedRow } from './planned.server';
import { findImport } from './read-import.server';
import { readRegister } from './register.server';

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
		const kept = await transaction
			.select()
			.from(teamImportRow)
			.where(eq(teamImportRow.importId, id))
			.orderBy(asc(teamImportRow.position));
		const register = await readRegister(transaction, actor, day);
		const planned = planTeamFile(
			kind,
			register,
			kept.map(({ read }) => read),
			day,
		);
		const moved = planned.flatMap(({ view }, index) =>
			isDeepStrictEqual(view, kept[index]?.view) ? [] : [{ position: kept[index]?.position, view }],
		);
		if (moved.length > 0) {
			await showAgain(transaction, id, moved);
			return false;
		}
		await store(transaction, actor, planned, day);
		await finish(transaction, actor, id, planned);
		return true;
	});
}

async function showAgain(
	database: Database,
	id: string,
	moved: readonly { position: number | undefined; view: PlannedRow['view'] }[],
): Promise<void> {
	await database.update(teamImport).set({ confirmedAt: null }).where(eq(teamImport.id, id));
	await database.execute(
		sql`update team_import_row set state = row.view->>'state', view = row.view
			from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as row (position int, view jsonb)
			where import_id = ${id} and team_import_row.position = row.position`,
	);
}

async function store(
	database: Database,
	actor: Actor,
	planned: readonly PlannedRow[],
	day: string,
): Promise<void> {
	const withTeam = planned.flatMap((row) => (row.team ? [{ row, team: row.team }] : []));
	const ids = await saveTeams(
		database,
		actor,
		withTeam.map(({ team }) => team),
	);
	const idOf = new Map(withTeam.map(({ row }, index) => [row, ids[index]]));
	const sizes = planned.flatMap((row) =>
		row.stated ? [{ teamId: row.stated.teamId ?? idOf.get(row), members: row.stated.members }] : [],
	);
	await database.execute(
		sql`insert into stated_team_size (team_id, stated_on, members)
			select "teamId", ${day}, members
			from jsonb_to_recordset(${JSON.stringify(sizes)}::jsonb) as row ("teamId" int, members int)
			on conflict (team_id, stated_on) do update set members = excluded.members`,
	);
	await saveMembers(
		database,
		actor,
		planned.flatMap((row) =>
			row.members.map((member) => ({ ...member, teamId: member.teamId ?? idOf.get(row) })),
		),
	);
}

/** Names and phones wait no longer than they have to: only wrong rows stay, to be mended. */
async function finish(
	database: Database,
	actor: Actor,
	id: string,
	planned: readonly PlannedRow[],
): Promise<void> {
	const stored: Record<RowState, number> = { new: 0, changed: 0, same: 0, wrong: 0 };
	for (const { view } of planned) stored[view.state] += 1;
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
