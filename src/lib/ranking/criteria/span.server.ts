import { addMonths } from '../../contracts/local-time';
import type { Period } from '../../contracts/reports';
import { findPeriods, listMonths } from '../../reports/periods/periods.server';
import type { Database } from '../../server/db/client';

export interface Span {
	/** Local dates, both inclusive. */
	from: string;
	until: string;
}

/** The months of a span that count by now. */
export interface CountedMonths {
	/** Oldest first: they lie within the span and their communes' deadline has passed. */
	months: Period[];
	/** The newest of them; null before the first one's deadline. */
	last: Period | null;
	/** The month before the span: how it stood when the season began. */
	before: Period | null;
}

export async function countedSpan(
	database: Database,
	scopeId: number,
	{ from, until }: Span,
	now: Date,
): Promise<CountedMonths> {
	const begun = await listMonths(database, now, scopeId);
	const months = begun
		.filter(
			({ startsOn, endsOn, due }) =>
				startsOn >= from && endsOn <= until && new Date(due.commune) <= now,
		)
		.toReversed();
	const code = addMonths(from.slice(0, 7), -1);
	const before = (await findPeriods(database, [code], scopeId)).get(code) ?? null;
	return { months, last: months.at(-1) ?? null, before };
}
