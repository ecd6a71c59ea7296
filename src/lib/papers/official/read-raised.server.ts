import { sql } from 'drizzle-orm';
import { addDays, startOfDay } from '../../contracts/local-time';
import { queryRows, type Database } from '../../server/db/client';
import type { Span } from './span';
import { mostTexts, type RaisedGroup } from './ticket-texts';
import { unitsBelow } from '../../server/db/unit-tree';
import { instant } from '../../server/db/instant';

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
		sql`with raised as (
				select ticket.kind, ticket.category, ticket.state, left(ticket.text, 400) as text,
					(select left(event.text, 400) from ticket_event event
						where event.ticket_id = ticket.id and event.step = 'answered'
						order by event.id desc limit 1) as answer,
					row_number() over (partition by ticket.kind, ticket.category
						order by ticket.raised_at desc, ticket.id desc) as place
				from ticket join ${unitsBelow(unitId)} tree on tree.id = ticket.unit_id
				where ticket.state in ('open', 'answered')
					and ticket.raised_at >= ${instant(startOfDay(startsOn))}
					and ticket.raised_at < ${instant(startOfDay(addDays(endsOn, 1)))}
			)
			select kind, category, count(*)::int as count,
				(count(*) filter (where state = 'answered'))::int as answered,
				jsonb_agg(text order by place) filter (where place <= ${mostTexts}) as texts,
				coalesce(jsonb_agg(answer order by place) filter (where place <= ${mostTexts}
					and state = 'answered' and answer <> ''), '[]'::jsonb) as answers
			from raised group by kind, category order by count desc, category`,
	);
}
