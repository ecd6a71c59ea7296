import { asc, eq, sql, type SQL } from 'drizzle-orm';
import { handsOf, sameHands } from '../../accounts/access/credential-knowledge.server';
import type { Actor } from '../../contracts/accounts';
import type { UnitKind } from '../../contracts/admin-units';
import { localDay } from '../../contracts/local-time';
import type { PageRequest } from '../../contracts/pages';
import { queryRows, type Database } from '../../server/db/client';
import { onePage } from '../../server/db/page';
import { inspection, inspectionFinding } from '../../server/db/schema';
import { NotFoundError } from '../../server/errors';
import { keepsPlansOf, plannedUnits } from '../keeper.server';

export interface ListedInspection extends Record<string, unknown> {
	id: number;
	subject: string;
	heldOn: string;
	unitKind: UnitKind;
	unitName: string;
	inspectedKind: UnitKind;
	inspectedName: string;
	findings: number;
	mended: number;
	/** Not mended, and past the day by which they were to be. */
	overdue: number;
}

/** Both sides see a look: those who keep the unit that looked, and those who keep the one looked at. */
const seen = (actor: Actor): SQL =>
	sql`(inspection.unit_id in ${plannedUnits(actor)}
		or inspection.inspected_unit_id in ${plannedUnits(actor)})`;

const listed = (today: string): SQL =>
	sql`inspection.id, inspection.subject, inspection.held_on::text as "heldOn",
		looker.kind as "unitKind", looker.name as "unitName", unit.kind as "inspectedKind",
		unit.name as "inspectedName", counts.findings, counts.mended, counts.overdue
	from inspection join admin_unit looker on looker.id = inspection.unit_id
	join admin_unit unit on unit.id = inspection.inspected_unit_id
	cross join lateral (select count(*)::int as findings, count(mended_on)::int as mended,
		count(*) filter (where mended_on is null and mend_by < ${today})::int as overdue
		from inspection_finding finding where finding.inspection_id = inspection.id) counts`;

/** The newest first. */
export async function listInspections(
	database: Database,
	actor: Actor,
	{ onlyOverdue, ...page }: PageRequest & { onlyOverdue: boolean },
	today: string,
): Promise<{ inspections: ListedInspection[]; total: number }> {
	const rows = await queryRows<ListedInspection & { total: number }>(
		database,
		sql`select count(*) over ()::int as total, ${listed(today)}
			where inspection.cancelled_at is null and ${seen(actor)}
				${onlyOverdue ? sql`and counts.overdue > 0` : sql``}
			order by inspection.held_on desc, inspection.id desc
			${onePage(page)}`,
	);
	return { inspections: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** @throws NotFoundError when there is none that the actor may see. */
export async function requireInspection(
	database: Database,
	actor: Actor,
	id: number,
): Promise<typeof inspection.$inferSelect> {
	const [found] = await database
		.select()
		.from(inspection)
		.where(sql`${inspection.id} = ${id} and ${seen(actor)}`);
	if (!found) throw new NotFoundError(`There is no inspection ${id}.`);
	return found;
}

/**
 * One look with what it found and what was answered.
 * @throws NotFoundError when there is none that the actor may see.
 */
export async function readInspection(database: Database, actor: Actor, id: number, now: Date) {
	const today = localDay(now);
	const found = await requireInspection(database, actor, id);
	const [line] = await queryRows<ListedInspection>(
		database,
		sql`select ${listed(today)} where inspection.id = ${id}`,
	);
	if (!line) throw new NotFoundError(`There is no inspection ${id}.`);
	const { inspectors, conclusion, unitId, inspectedUnitId } = found;
	const looked = await keepsPlansOf(database, actor, unitId);
	const answerer = { accountId: sql`answered_by`, at: sql`answered_at` };
	return {
		...{ ...line, inspectors, conclusion },
		list: await database
			.select({
				id: inspectionFinding.id,
				what: inspectionFinding.what,
				mendBy: inspectionFinding.mendBy,
				mendedOn: inspectionFinding.mendedOn,
				answer: inspectionFinding.answer,
				returnReason: inspectionFinding.returnReason,
				mayReturn: sql<boolean>`${looked}::boolean and ${inspectionFinding.mendedOn} is not null
					and not ${sameHands(handsOf(actor.accountId, now), answerer)}`,
			})
			.from(inspectionFinding)
			.where(eq(inspectionFinding.inspectionId, id))
			.orderBy(asc(inspectionFinding.id)),
		mayAnswer: await keepsPlansOf(database, actor, inspectedUnitId),
	};
}
