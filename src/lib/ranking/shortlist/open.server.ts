import { createHash } from 'node:crypto';
import type {
	Board,
	DrawSettings,
	IndexInput,
	IndexMethod,
	IndexResult,
} from '../../contracts/award-index';
import { searchKey } from '../../contracts/search-key';
import { computeIndex } from '../index/compute-index.server';
import { funnelLimits, funnelStanding, shareOfAll, type FunnelUnit } from '../index/funnel';
import { stepsToNextBand } from '../index/next-band';
import type { Candidate } from '../criteria/read-values.server';
import { arrange } from './arrange';
import type { ShortlistQuery } from './query';
import type { FunnelView, NamedUnit, ShortlistView } from './view';

/** Lists whose index is kept until a figure of theirs moves. */
const kept = 20;
const computed = new Map<string, Promise<IndexResult | null>>();

export interface Ranked {
	candidates: readonly Candidate[];
	method: IndexMethod;
	draws: DrawSettings;
	/** Null where the board counts nothing. */
	result: IndexResult | null;
}

export interface ShortlistRequest extends Ranked {
	query: ShortlistQuery;
	/** With whom the unit that the query asks for is compared, itself included; null: with all. */
	peers: ReadonlySet<number> | null;
}

/** The places of a board's units. */
export async function rankCandidates(
	{ candidates, method, draws }: Omit<Ranked, 'result'>,
	board: Board,
): Promise<Ranked> {
	const units = candidates.map(({ unitId, values, sample }) => ({ unitId, values, sample }));
	return {
		...{ candidates, method, draws },
		result: await indexOf({ method, draws, units }, board),
	};
}

/** The page of a shortlist that an address asks for; null where the board counts nothing. */
export function openShortlist({
	candidates,
	method,
	draws,
	result,
	query,
	peers,
}: ShortlistRequest): ShortlistView | null {
	if (!result) return null;
	const unitOf = new Map(candidates.map((candidate) => [candidate.unitId, named(candidate)]));
	const withUnit = <Row extends { unitId: number }>(row: Row) => {
		const unit = unitOf.get(row.unitId);
		return unit ? [{ ...row, unit }] : [];
	};
	const placed = result.placed.flatMap(withUnit);
	const search = searchKey(query.search);
	const { entries, found, page, pages } = arrange(placed, query, { search, peers });
	const shares = coverageOf(candidates);
	const all = shareOfAll([...shares.values()]);
	return {
		rows: entries.map((row) => {
			const share = shares.get(row.unitId);
			return {
				...row,
				steps: stepsToNextBand(method, result.placed, row),
				funnel: all === null || !share ? null : funnelStanding(all, share),
			};
		}),
		apart: result.apart.flatMap(withUnit),
		...{ page, pages, weights: result.weights, correlations: result.correlations },
		counts: { placed: placed.length, found, bands: placed.at(-1)?.band ?? 0 },
		...{ draws: draws.draws, top: draws.top, confidence: draws.confidence },
		peersOf: query.peersOf === null ? null : (unitOf.get(query.peersOf) ?? null),
		funnel:
			all === null
				? null
				: funnelOf(
						all,
						shares,
						entries.map(({ unit }) => unit),
					),
	};
}

/** Computed once for all who look, until a figure or a setting moves. */
function indexOf(input: IndexInput, board: Board): Promise<IndexResult | null> {
	const key = createHash('sha256')
		.update(JSON.stringify([board, input]))
		.digest('hex');
	const known = computed.get(key);
	if (known) return known;
	const result = computeIndex(input, board);
	computed.set(key, result);
	result.catch(() => computed.delete(key));
	for (const oldest of [...computed.keys()].slice(0, -kept)) computed.delete(oldest);
	return result;
}

const named = ({
	unitId,
	kind,
	name,
	within,
	searchName,
	path,
	commune,
	households,
}: Candidate): NamedUnit => ({
	...{ unitId, kind, name, within, searchName, path, commune, households },
});

function coverageOf(candidates: readonly Candidate[]): Map<number, FunnelUnit> {
	return new Map(
		candidates.flatMap(({ unitId, households, values }) => {
			const share = values.find(({ criterion }) => criterion === 'coverage')?.value ?? null;
			return share === null || !households ? [] : [[unitId, { unitId, households, share }]];
		}),
	);
}

function funnelOf(
	all: number,
	shares: ReadonlyMap<number, FunnelUnit>,
	shown: readonly NamedUnit[],
): FunnelView {
	const points = shown.flatMap(({ unitId, name }) => {
		const unit = shares.get(unitId);
		return unit ? [{ ...unit, name, standing: funnelStanding(all, unit) }] : [];
	});
	const most = Math.max(1, ...points.map(({ households }) => households));
	const limits = Array.from({ length: 40 }, (_, step) => {
		const households = Math.max(1, Math.round((most * (step + 1)) / 40));
		return { households, ...funnelLimits(all, households) };
	});
	return { all, points, limits };
}
