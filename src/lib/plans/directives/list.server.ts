import { sql, type SQL } from 'drizzle-orm';
import { handingDown } from '../../accounts/access/handed-down.server';
import type { Actor } from '../../contracts/accounts';
import type { UnitKind } from '../../contracts/admin-units';
import type { CitedPaper, DirectiveKind } from '../../contracts/directives';
import type { PageRequest } from '../../contracts/pages';
import { searchKey } from '../../contracts/text/search-key';
import { queryRows, type Database } from '../../server/db/client';
import { onePage } from '../../server/db/page';
import { unitsAbove } from '../../server/db/unit-tree';

export interface ListedDirective extends CitedPaper, Record<string, unknown> {
	id: number;
	hasFile: boolean;
	/** In whose register it stands. */
	unitKind: UnitKind;
	unitName: string;
}

export interface DirectiveSelection extends PageRequest {
	/** Every word has to be there. */
	search: string;
	kind: DirectiveKind | null;
}

const columns = sql`directive.id, directive.kind, directive.number,
	directive.issued_on::text as "issuedOn", directive.issuer, directive.subject,
	directive.file_id is not null as "hasFile", unit.kind as "unitKind", unit.name as "unitName"
	from directive join admin_unit unit on unit.id = directive.unit_id`;

/** The registers that the actor sees, the newest paper first. */
export async function listDirectives(
	database: Database,
	actor: Actor,
	{ search, kind, ...page }: DirectiveSelection,
): Promise<{ directives: ListedDirective[]; total: number }> {
	const words = searchKey(search).split(' ').filter(Boolean);
	const rows = await queryRows<ListedDirective & { total: number }>(
		database,
		sql`select count(*) over ()::int as total, ${columns}
			where directive.unit_id in ${handingDown(actor)}
				${kind === null ? sql`` : sql`and directive.kind = ${kind}`}
				${sql.join(words.map((word) => sql`and directive.search_text like ${`%${word}%`} `))}
			order by directive.issued_on desc, directive.id desc
			${onePage(page)}`,
	);
	return { directives: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** More than anybody chooses from. */
const mostChoices = 200;

const choices = (database: Database, condition: SQL): Promise<ListedDirective[]> =>
	queryRows<ListedDirective>(
		database,
		sql`select ${columns} where ${condition}
			order by directive.issued_on desc, directive.id desc limit ${mostChoices}`,
	);

/** What a unit may rest its own papers on: its register, and those of all above it. The newest first. */
export const readBasisChoices = (database: Database, unitId: number): Promise<ListedDirective[]> =>
	choices(database, sql`directive.unit_id in (select id from ${unitsAbove(unitId)} line)`);

/** What the actor may cite anywhere. The newest first. */
export const readCitable = (database: Database, actor: Actor): Promise<ListedDirective[]> =>
	choices(database, sql`directive.unit_id in ${handingDown(actor)}`);
