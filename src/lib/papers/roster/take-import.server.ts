import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { TeamFileKind } from '../../contracts/teams/files';
import type { Database } from '../../server/db/client';
import { teamImport } from '../../server/db/schema';
import { readApart } from '../apart/read-apart.server';
import type { SentFile } from '../sent-file';
import { RefusedFile } from '../workbook/refused-file.server';
import type { FilesToPlan, RefusedTeamFile } from './plan-files.server';
import { readRegister } from './read-register.server';

export interface SentTeamFiles {
	kind: TeamFileKind;
	/** The day that the files speak of. */
	day: string;
	files: readonly SentFile[];
}

/**
 * Reads files about teams and keeps what they say until their sender confirms it: nothing of them is
 * in the register yet. A file that can't be read is named, and nothing is kept.
 */
export async function takeImport(
	database: Database,
	actor: Actor,
	{ kind, day, files }: SentTeamFiles,
	now: Date,
): Promise<{ id: string } | { refused: RefusedTeamFile }> {
	const register = await readRegister(database, actor, day);
	const planned = await plan({ kind, day, files, register });
	if ('refused' in planned) return planned;
	const { totals, concealed, count, rows } = planned;
	const id = randomBytes(16).toString('hex');
	await database.transaction(async (transaction) => {
		await transaction
			.insert(teamImport)
			.values({ id, accountId: actor.accountId, kind, day, totals, concealed, createdAt: now });
		for (const chunk of rows)
			await transaction.execute(
				sql`insert into team_import_row (import_id, position, state, read, view)
					select ${id}, position, state, read, view
					from jsonb_to_recordset(${chunk}::jsonb)
						as row (position int, state text, read jsonb, view jsonb)`,
			);
		await writeAudit(transaction, {
			actor,
			action: 'team.upload',
			subject: `teamImport:${id}`,
			details: { kind, files: files.length, rows: count },
		});
	});
	return { id };
}

/** Files that only together take too long are refused together. */
async function plan(task: FilesToPlan) {
	try {
		return await readApart('teamFiles', task);
	} catch (thrown) {
		if (!(thrown instanceof RefusedFile)) throw thrown;
		const name = task.files.map((file) => file.name).join(', ');
		return { refused: { name, refusal: thrown.refusal, place: thrown.place } };
	}
}
