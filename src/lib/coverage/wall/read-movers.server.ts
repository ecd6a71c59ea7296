import { leadingBasis, readMeasure } from '../../contracts/coverage';
import type { Snapshot } from '../../contracts/events';
import type { MoversFigures } from '../../contracts/wall';
import type { Database } from '../../server/db/client';
import { movers, readRows, shareOf } from '../explorer/rows';
import { growth } from '../growth';
import { readTrends } from '../trend.server';

const shownMovers = 12;
const shownMonths = 13;

/** The communes of a snapshot that gained most in its month, each with its last year. */
export async function readMovers(
	database: Database,
	snapshot: Snapshot,
	audience: 'internal' | 'public',
): Promise<MoversFigures> {
	const { units, period, figures, statuses, previous, at } = snapshot;
	const leading = (all: Snapshot['figures']) =>
		new Map(all.flatMap((one) => (one.basis === leadingBasis ? [[one.unitId, one]] : [])));
	const [now, then] = [leading(figures), leading(previous?.figures ?? [])];
	const sources = {
		...{ units, period, figures: now, previous: then, now: new Date(at) },
		statuses: new Map(statuses.map((status) => [status.unitId, status])),
	};
	const rows = readRows(sources, 'allFive');
	const first = movers(rows, shownMovers);
	const trends = await readTrends(
		database,
		first.map(({ unit }) => unit.id),
		{ basis: leadingBasis, audience, months: shownMonths, until: period.code },
	);
	const series = (id: number) =>
		(trends.get(id) ?? []).map(({ figures: month }) => {
			const reading = readMeasure(month ?? undefined, 'allFive', null);
			return reading.kind === 'share' ? reading.share : null;
		});
	const compared = rows.flatMap((row) => row.growth ?? []);
	const communes = (all: typeof now) => units.flatMap(({ id }) => all.get(id) ?? []);
	return {
		month: period.code,
		months: [...trends.values()][0]?.map(({ periodCode }) => periodCode) ?? [],
		movers: first.map((row) => ({
			id: row.unit.id,
			kind: row.unit.kind,
			name: row.unit.name,
			growth: row.growth,
			share: shareOf(row) ?? 0,
			series: series(row.unit.id),
		})),
		counts: {
			up: compared.filter((gain) => gain > 0).length,
			same: compared.filter((gain) => gain === 0).length,
			down: compared.filter((gain) => gain < 0).length,
		},
		growth: growth(communes(now), communes(then), 'allFive'),
	};
}
