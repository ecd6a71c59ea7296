import { sql } from 'drizzle-orm';
import { addDays, startOfDay } from '../../contracts/local-time';
import { queryRows, type Database } from '../../server/db/client';
import type { Span } from './span';
import { mostTexts, type RaisedGroup } from './ticket-texts';

/**
 * Difficulties and proposals of a unit and everything below it that were raised within a span and are
 * still open or were answered; those that most raised come first. Who raised them is not read.
 */
export function readRaised(
	database: Database,
	unitId: number,
	{ startsOn, endsOn }: Pick<Span, 'startsOn' | 'endsOn'>,
): Promise<RaisedGroup[]> {
	return queryRows<RaisedGroup & Record<string, unknown>>(
		database,
		sql`with recursive tree as (
				select id from admin_unit where id = ${unitId}
				union
				select unit.id from tree join admin_unit unit on unit.parent_id = tree.id
			), raised as (
				select ticket.kind, ticket.category, ticket.state, left(ticket.text, 400) as text,
					row_number() over (partition by ticket.kind, ticket.category
						order by ticket.raised_at desc, ticket.id desc) as place
				from ticket join tree on tree.id = ticket.unit_id
				where ticket.state in ('open', 'answered')
					and ticket.raised_at >= ${startOfDay(startsOn).toISOString()}::timestamptz
					and ticket.raised_at < ${startOfDay(addDays(endsOn, 1)).toISOString()}::timestamptz
			)
			select kind, category, count(*)::int as count,
				(count(*) filter (where state = 'answered'))::int as answered,
				jsonb_agg(text order by place) filter (where place <= ${mostTexts}) as texts
			from raised group by kind, category order by count desc, category`,
	);
}
