import { and, count, eq, sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import { rowStates, type ConcealedParts, type RowState } from '../../contracts/papers';
import type { StatedTotals, TeamFileKind, TeamRowView } from '../../contracts/teams/files';
import { queryRows, type Database } from '../../server/db/client';
import { onePage } from '../../server/db/page';
import { teamImport, teamImportRow } from '../../server/db/schema';
import { NotFoundError } from '../../server/errors';
import { pageWithin } from '../../contracts/pages';

const pageSize = 100;

export interface TeamImport {
	id: string;
	kind: TeamFileKind;
	day: string;
	totals: StatedTotals[];
	concealed: ConcealedParts;
	/** ISO instants. */
	createdAt: string;
	confirmedAt: string | null;
	/** Of all rows that are kept, and once confirmed of all that were. */
	counts: Record<RowState, number>;
	/** Of the rows that are kept, those that are hidden in their file. */
	hiddenRows: number;
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
	const { kind, day, totals, concealed, createdAt, confirmedAt, stored } = await findImport(
		database,
		actor,
		id,
	);
	const states = await database
		.select({ state: teamImportRow.state, rows: count(), hidden: hiddenCount })
		.from(teamImportRow)
		.where(eq(teamImportRow.importId, id))
		.groupBy(teamImportRow.state);
	const kept = (wanted: RowState) => states.find((each) => each.state === wanted)?.rows ?? 0;
	const found = state === undefined ? states.reduce((sum, { rows }) => sum + rows, 0) : kept(state);
	const { page: shown, pages } = pageWithin(found, { page, pageSize });
	const rows = await queryRows<{ view: TeamRowView }>(
		database,
		sql`select view from team_import_row
			where import_id = ${id} ${state === undefined ? sql`` : sql`and state = ${state}`}
			order by position ${onePage({ page: shown, pageSize })}`,
	);
	return {
		id,
		kind,
		day,
		totals,
		concealed,
		createdAt: createdAt.toISOString(),
		confirmedAt: confirmedAt?.toISOString() ?? null,
		counts: stored ?? {
			new: kept('new'),
			changed: kept('changed'),
			same: kept('same'),
			wrong: kept('wrong'),
		},
		hiddenRows: states.reduce((sum, { hidden }) => sum + hidden, 0),
		rows: rows.map(({ view }) => view),
		page: shown,
		pages,
	};
}

const hiddenCount =
	sql`count(*) filter (where ${teamImportRow.read} @> '{"hidden": true}')`.mapWith(Number);

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
