import { sql } from 'drizzle-orm';
import type { UnitKind } from '../contracts/admin-units';
import { queryRows, type Database } from '../server/db/client';
import { exactInstant, instant } from '../server/db/instant';

interface NamedUnit {
	id: number;
	kind: UnitKind;
	name: string;
}

/** An inquiry to which answers are missing. */
export interface Unanswered extends Record<string, unknown> {
	inquiryId: number;
	title: string;
	/** ISO instant. */
	dueAt: string;
	asker: NamedUnit;
	asked: number;
	/** Units from which nothing has come, each with the one above it. */
	missing: (NamedUnit & { parentId: number | null })[];
}

/** The inquiries under way whose deadlines lie between two moments, with who has not answered. */
export const readUnanswered = (
	database: Database,
	{ from, to }: { from: Date; to: Date },
): Promise<Unanswered[]> =>
	queryRows<Unanswered>(
		database,
		sql`select inquiry.id as "inquiryId", inquiry.title, ${exactInstant(sql`inquiry.due_at`)} as "dueAt",
				jsonb_build_object('id', asker.id, 'kind', asker.kind, 'name', asker.name) as asker,
				count(*)::int as asked,
				jsonb_agg(jsonb_build_object('id', unit.id, 'kind', unit.kind, 'name', unit.name,
					'parentId', unit.parent_id) order by unit.code) filter (where answer.unit_id is null) as missing
			from inquiry
			join admin_unit asker on asker.id = inquiry.unit_id
			join inquiry_recipient asked on asked.inquiry_id = inquiry.id
			join admin_unit unit on unit.id = asked.unit_id
			left join inquiry_answer answer on answer.inquiry_id = asked.inquiry_id
				and answer.unit_id = asked.unit_id and answer.revision = 1
			where inquiry.state = 'sent' and inquiry.due_at between ${instant(from)} and ${instant(to)}
			group by inquiry.id, asker.id
			having count(*) filter (where answer.unit_id is null) > 0
			order by inquiry.id`,
	);
