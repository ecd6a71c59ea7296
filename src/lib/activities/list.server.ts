import { sql } from 'drizzle-orm';
import { reachedUnits } from '../accounts/access/reach.server';
import type {
	ActivityAudience,
	ActivityForm,
	ActivityKind,
	ActivityPartner,
	ActivityTopic,
	PartnerKind,
} from '../contracts/activities';
import type { Actor } from '../contracts/accounts';
import type { UnitKind } from '../contracts/admin-units';
import { lastDayOf } from '../contracts/local-time';
import { queryRows, type Database } from '../server/db/client';
import { deriveCounts, type ActivityTally, type DerivedCounts } from './derive-counts';
import { counted, tallyColumns } from './tally.server';
import type { PageRequest } from '../contracts/pages';
import { onePage } from '../server/db/page';

export interface ListedActivity extends Record<string, unknown> {
	id: number;
	kind: ActivityKind;
	topic: ActivityTopic;
	form: ActivityForm;
	audiences: ActivityAudience[];
	partners: ActivityPartner[];
	/** Local day `YYYY-MM-DD`. */
	heldOn: string;
	place: string;
	attendance: number | null;
	households: number | null;
	leaflets: number | null;
	youths: number | null;
	hasPhoto: boolean;
	cancelled: boolean;
	unitKind: UnitKind;
	unitName: string;
	parentName: string;
}

export interface ActivityList {
	/** Newest first; cancelled ones among them. */
	activities: ListedActivity[];
	total: number;
	/** Of the whole selection, without cancelled ones. */
	counts: DerivedCounts;
}

/** What narrows the log down, beside its month. */
export interface ActivityFilter {
	kind: ActivityKind | null;
	form?: ActivityForm | null;
	audience?: ActivityAudience | null;
	partner?: PartnerKind | null;
}

export interface ActivitySelection extends PageRequest, ActivityFilter {
	/** `YYYY-MM`. */
	month: string;
	/** A unit, or the one above it, by name. */
	searchName: string;
}

/** The log of a month as far as the actor's roles reach. */
export async function listActivities(
	database: Database,
	actor: Actor,
	{ month, searchName, page, pageSize, ...filter }: ActivitySelection,
): Promise<ActivityList> {
	const startsOn = `${month}-01`;
	const endsOn = lastDayOf(month);
	const chosen = sql`from activity
		join admin_unit unit on unit.id = activity.unit_id
		left join admin_unit parent on parent.id = unit.parent_id and parent.level <> 'country'
		where activity.unit_id in ${reachedUnits(actor, 'viewer')}
			${matching(filter)}
			${searchName === '' ? sql`` : sql`and (unit.search_name like ${`%${searchName}%`} or parent.search_name like ${`%${searchName}%`})`}`;
	const activities = await queryRows<ListedActivity & { total: number }>(
		database,
		sql`select activity.id, activity.kind, activity.topic, activity.form,
				activity.audiences, activity.partners, activity.held_on::text as "heldOn", activity.place,
				activity.attendance, activity.households, activity.leaflets, activity.youths,
				activity.photo_id is not null as "hasPhoto", activity.cancelled_at is not null as cancelled,
				unit.kind as "unitKind", unit.name as "unitName", coalesce(parent.name, '') as "parentName",
				count(*) over ()::int as total
			${chosen} and activity.held_on between ${startsOn} and ${endsOn}
			order by activity.held_on desc, activity.id desc
			${onePage({ page, pageSize })}`,
	);
	const tallies = await queryRows<ActivityTally & Record<string, unknown>>(
		database,
		sql`select ${tallyColumns} ${chosen} and ${counted(startsOn, endsOn)}
			group by activity.kind, activity.topic, activity.by_youth`,
	);
	return {
		activities: activities.map(({ total: _, ...activity }) => activity),
		total: activities[0]?.total ?? 0,
		counts: deriveCounts(tallies),
	};
}

const matching = ({ kind, form, audience, partner }: ActivityFilter) =>
	sql.join([
		kind === null ? sql`` : sql`and activity.kind = ${kind} `,
		form ? sql`and activity.form = ${form} ` : sql``,
		audience ? sql`and ${audience} = any(activity.audiences) ` : sql``,
		partner ? sql`and activity.partners @> ${JSON.stringify([{ kind: partner }])}::jsonb ` : sql``,
	]);
