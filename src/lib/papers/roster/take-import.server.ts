import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { ReadTeamRow, StatedTotals, TeamFileKind } from '../../contracts/team-files';
import type { Database } from '../../server/db/client';
import { teamImport } from '../../server/db/schema';
import type { SentFile } from '../reports/take-upload.server';
import { RefusedFile, type FileRefusal } from '../workbook/open-workbook.server';
import { planTeamFile, readTeamFile } from './file-kinds.server';
import type { PlannedRow } from './planned.server';
import { readRegister } from './register.server';

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
): Promise<{ id: string } | { refused: { name: string; refusal: FileRefusal } }> {
	const rows: ReadTeamRow[] = [];
	const totals: StatedTotals[] = [];
	for (const file of files) {
		try {
			const read = await readTeamFile(kind, file);
			rows.push(...read.rows);
			const prefix = files.length > 1 ? `${file.name} ` : '';
			totals.push(
				...read.totals.map((each) => ({ ...each, sheet: `${prefix}${each.sheet}`.trim() })),
			);
		} catch (thrown) {
			if (!(thrown instanceof RefusedFile)) throw thrown;
			return { refused: { name: file.name, refusal: thrown.refusal } };
		}
	}
	const id = randomBytes(16).toString('hex');
	await database.transaction(async (transaction) => {
		const register = await readRegister(transaction, actor, day);
		const planned = planTeamFile(kind, register, rows, day);
		await transaction
			.insert(teamImport)
			.values({ id, accountId: actor.accountId, kind, day, totals, createdAt: now });
		await keepRows(transaction, id, rows, planned);
		await writeAudit(transaction, {
			actor,
			action: 'team.upload',
			subject: `teamImport:${id}`,
			details: { kind, files: files.length, rows: rows.length },
		});
	});
	return { id };
}

async function keepRows(
	database: Database,
	id: string,
	rows: readonly ReadTeamRow[],
	planned: readonly PlannedRow[],
): Promise<void> {
	const kept = planned.map(({ view }, position) => ({
		position,
		state: view.state,
		read: rows[position],
		view,
	}));
	await database.execute(
		sql`insert into team_import_row (import_id, position, state, read, view)
			select ${id}, position, state, read, view
			from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)
				as row (position int, state text, read jsonb, view jsonb)`,
	);
}
