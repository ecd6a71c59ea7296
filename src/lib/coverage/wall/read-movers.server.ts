import { leadingBasis } from '../../contracts/coverage';
import type { Snapshot } from '../../contracts/events';
import type { TrendEvent } from '../../contracts/trend-events';
import type { MoversFigures } from '../../contracts/wall';
import type { Database } from '../../server/db/client';
import { readTrendEvents } from '../events/read-trend-events.server';
import { movers, readRows, shareOf } from '../explorer/rows';
import { growth } from '../growth';
import { readTrends, readTrendsAt, sharesOf, type TrendRequest } from '../trend.server';

const shownMovers = 12;
const shownMonths = 13;

/**
 * The communes of a snapshot that gained most in its month, each with its last year.
 * @param at the instant of the past that the snapshot is of; null: it is as it stands.
 */
export async function readMovers(
	database: Database,
	snapshot: Snapshot,
	{ audience, at: then }: Pick<TrendRequest, 'audience'> & { at: Date | null },
): Promise<MoversFigures> {
	const { units, period, figures, statuses, previous, at } = snapshot;
	const leading = (all: Snapshot['figures']) =>
		new Map(all.flatMap((one) => (one.basis === leadingBasis ? [[one.unitId, one]] : [])));
	const [now, before] = [leading(figures), leading(previous?.figures ?? [])];
	const sources = {
		...{ units, period, figures: now, previous: before, now: new Date(at) },
		statuses: new Map(statuses.map((status) => [status.unitId, status])),
	};
	const rows = readRows(sources, 'allFive');
	const first = movers(rows, shownMovers);
	const ids = first.map(({ unit }) => unit.id);
	const line: TrendRequest = {
		...{ basis: leadingBasis, audience, months: shownMonths, until: period.code },
	};
	const trends = then
		? await readTrendsAt(database, ids, line, then)
		: await readTrends(database, ids, line);
	const compared = rows.flatMap((row) => row.growth ?? []);
	const communes = (all: typeof now) => units.flatMap(({ id }) => all.get(id) ?? []);
	const months = [...trends.values()][0]?.map(({ periodCode }) => periodCode) ?? [];
	const span = { from: months[0] ?? period.code, at: then ?? new Date(at) };
	const events = new Map<number, TrendEvent[]>();
	for (const { unit } of first) events.set(unit.id, await readTrendEvents(database, unit, span));
	return {
		month: period.code,
		months,
		movers: first.map((row) => ({
			id: row.unit.id,
			kind: row.unit.kind,
			name: row.unit.name,
			within: row.unit.within,
			growth: row.growth,
			share: shareOf(row) ?? 0,
			series: sharesOf(trends.get(row.unit.id) ?? [], row.unit.register),
			events: events.get(row.unit.id) ?? [],
		})),
		counts: {
			up: compared.filter((gain) => gain > 0).length,
			same: compared.filter((gain) => gain === 0).length,
			down: compared.filter((gain) => gain < 0).length,
		},
		growth: growth(communes(now), communes(before), 'allFive'),
	};
}
