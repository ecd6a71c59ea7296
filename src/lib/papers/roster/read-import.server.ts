import { and, asc, count, eq } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import { rowStates, type RowState } from '../../contracts/papers';
import type { StatedTotals, TeamFileKind, TeamRowView } from '../../contracts/team-files';
import type { Database } from '../../server/db/client';
import { teamImport, teamImportRow } from '../../server/db/schema';
import { NotFoundError } from '../../server/errors';

const pageSize = 100;

export interface TeamImport {
	id: string;
	kind: TeamFileKind;
	day: string;
	totals: StatedTotals[];
	/** ISO instants. */
	createdAt: string;
	confirmedAt: string | null;
	/** Of all rows that are kept, and once confirmed of all that were. */
	counts: Record<RowState, number>;
	/** One page of the rows in the state asked for. */
	rows: TeamRowView[];
	page: number;
	pages: number;
}

/**
 * What an account has sent and not yet forgotten; nobody else sees it.
 * @param state undefined: rows in any state.
 * @throws NotFoundError
 */
export async function readImport(
	database: Database,
	actor: Actor,
	id: string,
	{ state, page }: { state: RowState | undefined; page: number },
): Promise<TeamImport> {
	const { kind, day, totals, createdAt, confirmedAt, stored } = await findImport(
		database,
		actor,
		id,
	);
	const states = await database
		.select({ state: teamImportRow.state, rows: count() })
		.from(teamImportRow)
		.where(eq(teamImportRow.importId, id))
		.groupBy(teamImportRow.state);
	const kept = (wanted: RowState) => states.find((each) => each.state === wanted)?.rows ?? 0;
	const found = state === undefined ? states.reduce((sum, { rows }) => sum + rows, 0) : kept(state);
	const pages = Math.max(1, Math.ceil(found / pageSize));
	const current = Math.min(Math.max(1, page), pages);
	const rows = await database
		.select({ view: teamImportRow.view })
		.from(teamImportRow)
		.where(
			and(
				eq(teamImportRow.importId, id),
				state === undefined ? undefined : eq(teamImportRow.state, state),
			),
		)
		.orderBy(asc(teamImportRow.position))
		.limit(pageSize)
		.offset((current - 1) * pageSize);
	return {
		id,
		kind,
		day,
		totals,
		createdAt: createdAt.toISOString(),
		confirmedAt: confirmedAt?.toISOString() ?? null,
		counts: stored ?? {
			new: kept('new'),
			changed: kept('changed'),
			same: kept('same'),
			wrong: kept('wrong'),
		},
		rows: rows.map(({ view }) => view),
		page: current,
		pages,
	};
}

export async function findImport(
	database: Database,
	actor: Actor,
	id: string,
): Promise<typeof teamImport.$inferSelect> {
	const [found] = await database
		.select()
		.from(teamImport)
		.where(and(eq(teamImport.id, id), eq(teamImport.accountId, actor.accountId)));
	if (!found) throw new NotFoundError(`There is no import ${id} of this account.`);
	return found;
}

export const isRowState = (text: string | null): text is RowState =>
	rowStates.some((state) => state === text);
