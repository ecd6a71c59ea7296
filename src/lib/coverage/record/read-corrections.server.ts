import { sql, type SQL } from 'drizzle-orm';
import { measures } from '../../contracts/coverage';
import { pageWithin, type Page, type PageRequest } from '../../contracts/pages';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { isoInstant } from '../../server/db/instant';
import { unitsBelow } from '../../server/db/unit-tree';
import type { Correction } from '../../contracts/corrections';
import { entryTakenDown } from './taken-down.server';

export interface CorrectionRequest extends PageRequest {
	/** The whole place; several where one took over from another. */
	scopeUnitIds: readonly number[];
	/** Of these alone, without what is in them. */
	alone?: boolean;
}

interface Row extends Omit<Correction, 'counts'>, Record<string, unknown> {
	/** Null = a measure that is as it was. */
	counts: (Correction['counts'][number] | null)[];
	found: number;
}

const ableOf = (figures: SQL, measure: number) => sql`(${figures} -> 'able' -> ${measure}::int)`;
const baseOf = (figures: SQL, measure: number) =>
	sql`coalesce(${figures} -> 'base' -> ${measure}::int, '0'::jsonb)`;
const [former, newer] = [sql`step.former_figures`, sql`step.figures`];

/** A number that nobody had been shown before is none that is corrected. */
const isChanged = (measure: number) =>
	sql`(${newer} is not null and ${baseOf(former, measure)} <> '0'::jsonb
		and (${baseOf(former, measure)} <> ${baseOf(newer, measure)}
			or coalesce(${ableOf(former, measure)}, 'null'::jsonb) <> coalesce(${ableOf(newer, measure)}, 'null'::jsonb)))`;

const countOf = (figures: SQL, measure: number) =>
	sql`jsonb_build_object('able', ${ableOf(figures, measure)}, 'base', ${baseOf(figures, measure)})`;

const anyChanged = sql.join(
	measures.map((_, measure) => isChanged(measure)),
	sql` or `,
);

const changedCounts = sql.join(
	measures.map(
		(
			name,
			measure,
		) => sql`case when ${isChanged(measure)} then jsonb_build_object('measure', ${name}::text,
			'before', case when not former_gone then ${countOf(former, measure)} end,
			'after', case when not gone then ${countOf(newer, measure)} end) end`,
	),
	sql`, `,
);

/** Whether what a unit showed of a month under a number was taken down. */
const isTakenDown = (number: SQL) => sql`exists (select from published_figures entry
	where entry.unit_id = step.unit_id and entry.period_id = step.period_id and entry.number = ${number}
		and ${entryTakenDown} is not null)`;

/**
 * A page of the corrections of published numbers of communes and the scope itself, the newest first.
 * A number that grows because further units reported is none. What a report replaced may be published
 * later, when nothing is given away by it: its cause waits until a number changes. The whole place's own
 * sums are left out where they follow from a place within it.
 */
export async function readCorrections(
	database: Database,
	{ scopeUnitIds, alone = false, ...request }: CorrectionRequest,
): Promise<Page<Correction>> {
	const scopes = idList(scopeUnitIds);
	const units = alone
		? scopes
		: sql`(select id from ${unitsBelow(scopes, { downTo: 'commune' })} below)`;
	const { page, pageSize } = request;
	const rows = await queryRows<Row>(
		database,
		sql`with corrected as (
			select distinct entry.unit_id, entry.period_id from published_figures entry
			where entry.correction is not null and entry.unit_id in ${units}
		), shown as (
			select entry.*, lag(entry.figures) over line as former_figures, lag(entry.number) over line as former_number
			from corrected join published_figures entry
				on entry.unit_id = corrected.unit_id and entry.period_id = corrected.period_id
			window line as (partition by entry.unit_id, entry.period_id order by entry.number)
		), changing as (
			select step.*, (${anyChanged}) as changed from shown step
		), turning as (
			select step.*, count(*) filter (where changed) over (partition by unit_id, period_id order by number
				rows between unbounded preceding and 1 preceding) as turn
			from changing step
		), explained as (
			select step.*, array_remove(array_agg(correction)
				over (partition by unit_id, period_id, turn order by number), null) as causes
			from turning step
		), listed as (
			select step.*, bool_or(unit_id not in ${scopes}) over (partition by number) as follows
			from explained step
			where changed and (cardinality(causes) > 0
				or (figures ->> 'ownReport' = 'true' and former_figures ->> 'ownReport' = 'true'))
		), placed as (
			select listed.*, count(*) over () as found,
				row_number() over (order by number desc, unit_id, period_id desc) as place
			from listed where ${alone} or not follows or unit_id not in ${scopes}
		)
		select period.code as period, jsonb_build_object('id', unit.id, 'code', unit.code, 'kind', unit.kind,
				'name', unit.name, 'level', unit.level, 'validFrom', unit.valid_from, 'validTo', unit.valid_to) as unit,
			step.number::float8 as number, coalesce(causes[cardinality(causes)], 'unstated') as cause,
			${isoInstant(sql`coalesce((step.figures ->> 'approvedAt')::timestamptz, step.at)`)} as at,
			jsonb_build_array(${changedCounts}) as counts, step.found::int as found
		from placed step
		join admin_unit unit on unit.id = step.unit_id
		join reporting_period period on period.id = step.period_id
		cross join lateral (select ${isTakenDown(sql`step.number`)} as gone,
			${isTakenDown(sql`step.former_number`)} as former_gone) taken_down
		where (place - 1) / ${pageSize}::int = least(${page}::int - 1, (found - 1) / ${pageSize}::int)
		order by place`,
	);
	const entries = rows.map(({ found: _, counts, ...correction }) => ({
		...correction,
		counts: counts.filter((count) => count !== null),
	}));
	return { entries, ...within(rows[0]?.found ?? 0, request) };
}

function within(found: number, request: PageRequest) {
	const { page, pages } = pageWithin(found, request);
	return { page, pages };
}
