import { sql } from 'drizzle-orm';
import type { Unit } from '../../contracts/admin-units';
import type { CandidateKind } from '../../contracts/awards/candidates';
import type { SeasonSettings } from '../../contracts/awards/seasons';
import { queryRows, type Database } from '../../server/db/client';

interface Named extends Record<string, unknown> {
	categoryId: number;
	name: string;
	/** A village with its commune: names of villages repeat. */
	unit: Pick<Unit, 'kind' | 'name' | 'within'>;
}

interface PublicNominee extends Named {
	kind: CandidateKind;
	decisionNumber: string;
	decidedOn: string;
}

export interface PublicList {
	/** Whether the season's rules publish it before the decision. */
	isPublic: boolean;
	/** Collectives before the council, by name: without scores or places. */
	listed: Named[];
	/** Of persons only how many there are. */
	individuals: number;
	/** Who is named by the chair's decision; nobody who isn't. */
	awarded: PublicNominee[];
}

/**
 * What everybody may know of a season's nominees: before the decision collectives alone, and only where its
 * settings publish the shortlist; after it those that it names.
 */
export async function readPublicList(
	database: Database,
	seasonId: number,
	settings: SeasonSettings,
): Promise<PublicList> {
	const isPublic = settings.publishShortlist === 1;
	const of = sql`from award_nomination nomination
		join award_category category on category.id = nomination.category_id
		join admin_unit unit on unit.id = nomination.unit_id
		where category.season_id = ${seasonId}`;
	const unit = sql`jsonb_strip_nulls(jsonb_build_object('kind', unit.kind, 'name', unit.name,
			'within', (select jsonb_build_object('kind', place.kind, 'name', place.name)
				from admin_unit place where place.id = unit.parent_id and unit.level = 'village')))`;
	const byName = sql`order by category.id, unit.code, nomination.id`;
	const listed = isPublic
		? await queryRows<Named>(
				database,
				sql`select category.id as "categoryId", nomination.candidate_name as name, ${unit} as unit
					${of} and nomination.state = 'listed' and category.kind <> 'individual' ${byName}`,
			)
		: [];
	const [counted] = isPublic
		? await queryRows<{ individuals: number }>(
				database,
				sql`select count(*)::int as individuals ${of}
					and nomination.state = 'listed' and category.kind = 'individual'`,
			)
		: [];
	const awarded = await queryRows<PublicNominee>(
		database,
		sql`select category.id as "categoryId", category.kind, nomination.candidate_name as name,
				${unit} as unit, nomination.decision_number as "decisionNumber",
				nomination.decided_on::text as "decidedOn"
			${of} and nomination.state = 'decided' and nomination.awarded
				and nomination.decided_on is not null and nomination.candidate_name <> '' ${byName}`,
	);
	return { isPublic, listed, individuals: counted?.individuals ?? 0, awarded };
}
