import { sql } from 'drizzle-orm';
import type { Actor } from '../contracts/accounts';
import type { UnitKind } from '../contracts/admin-units';
import type { MaterialLanguage, MaterialLevel } from '../contracts/library';
import { searchKey } from '../contracts/text/search-key';
import type { DigitalSkill } from '../contracts/teams/teams';
import { queryRows, type Database } from '../server/db/client';
import { handingDown } from '../accounts/access/handed-down.server';
import type { PageRequest } from '../contracts/pages';
import { onePage } from '../server/db/page';

export interface ListedMaterial extends Record<string, unknown> {
	id: number;
	title: string;
	description: string;
	skill: DigitalSkill | null;
	level: MaterialLevel;
	language: MaterialLanguage;
	link: string | null;
	unitKind: UnitKind;
	unitName: string;
	/** Classes that were taught by it, and how many sat in them. */
	classes: number;
	attendance: number;
}

export interface MaterialSelection extends PageRequest {
	search: string;
	/** Material for all five is found under each. */
	skill: DigitalSkill | null;
	level: MaterialLevel | null;
	language: MaterialLanguage | null;
}

/** By skill, those for all five first, then the newest. Every word of the search has to be there. */
export async function listMaterials(
	database: Database,
	actor: Actor,
	{ search, skill, level, language, ...page }: MaterialSelection,
): Promise<{ materials: ListedMaterial[]; total: number }> {
	const words = searchKey(search).split(' ').filter(Boolean);
	const rows = await queryRows<ListedMaterial & { total: number }>(
		database,
		sql`select material.id, material.title, material.description, material.skill, material.level,
				material.language, material.link, unit.kind as "unitKind", unit.name as "unitName",
				count(activity.id)::int as classes, coalesce(sum(activity.attendance), 0)::int as attendance,
				count(*) over ()::int as total
			from material
			join admin_unit unit on unit.id = material.unit_id
			left join (material_class link join activity
				on activity.id = link.activity_id and activity.cancelled_at is null)
				on link.material_id = material.id
			where material.withdrawn_at is null and material.unit_id in ${handingDown(actor)}
				${skill === null ? sql`` : sql`and coalesce(material.skill, ${skill}) = ${skill}`}
				${level === null ? sql`` : sql`and material.level = ${level}`}
				${language === null ? sql`` : sql`and material.language = ${language}`}
				${sql.join(words.map((word) => sql`and material.search_text like ${`%${word}%`} `))}
			group by material.id, unit.id
			order by material.skill nulls first, material.added_at desc, material.id desc
			${onePage(page)}`,
	);
	return { materials: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}
