import { createHash } from 'node:crypto';
import type {
	Board,
	DrawSettings,
	IndexInput,
	IndexMethod,
	IndexResult,
	PlacedUnit,
	UnitApart,
} from '../../contracts/awards/composite-index';
import { searchKey } from '../../contracts/text/search-key';
import { MostRecent } from '../../server/most-recent';
import { computeIndex } from '../index/compute-index.server';
import { funnelLimits, funnelStanding, shareOfAll, type FunnelUnit } from '../index/funnel';
import { lastOfBands, stepsToNextBand } from '../index/next-band';
import { toIndexUnit, type Candidate } from '../criteria/read-values.server';
import { arrange, withNameOrder } from './arrange';
import type { ShortlistQuery } from './query';
import type { ApartGroup, FunnelView, PlaceRange, ShortlistView, ShownUnit } from './view';

/** Lists whose index is kept until a figure of theirs moves. */
const computed = new MostRecent<Promise<IndexResult | null>>(20);

export interface Ranked {
	candidates: readonly Candidate[];
	method: IndexMethod;
	draws: DrawSettings;
	/** Null where the board counts nothing. */
	result: IndexResult | null;
}

/** A placed unit under its name. */
interface ListedUnit extends PlacedUnit {
	name: string;
	searchName: string;
	households: number | null;
	nameOrder: number;
	unit: ShownUnit;
}

interface ListedApart extends Omit<UnitApart, 'unitId'> {
	units: { unitId: number; searchName: string; shown: ApartGroup['units'][number] }[];
}

/** A ranking under its units' names: made once, and asked for with every filter and order. */
export interface NamedRanking extends Ranked {
	unitOf: ReadonlyMap<number, ShownUnit>;
	placed: readonly ListedUnit[];
	apart: readonly ListedApart[];
	/** Coverage of those whose households are known, and of all together. */
	shares: ReadonlyMap<number, FunnelUnit>;
	all: number | null;
}

export interface ShortlistRequest extends NamedRanking {
	query: ShortlistQuery;
	/** With whom the unit that the query asks for is compared, itself included; null: with all. */
	peers: ReadonlySet<number> | null;
}

/** The places of a board's units. */
export async function rankCandidates(
	{ candidates, method, draws }: Omit<Ranked, 'result'>,
	board: Board,
): Promise<Ranked> {
	const units = candidates.map(toIndexUnit);
	return {
		...{ candidates, method, draws },
		result: await indexOf({ method, draws, units }, board),
	};
}

export function nameUnits(ranked: Ranked): NamedRanking {
	const { candidates, result } = ranked;
	const candidateOf = new Map(candidates.map((candidate) => [candidate.unitId, candidate]));
	const unitOf = new Map(candidates.map((candidate) => [candidate.unitId, shownUnit(candidate)]));
	const placed = (result?.placed ?? []).flatMap((row) => {
		const candidate = candidateOf.get(row.unitId);
		if (!candidate) return [];
		const { name, searchName, households } = candidate;
		return [{ ...row, name, searchName, households, unit: shownUnit(candidate) }];
	});
	const apart = groupApart(result?.apart ?? [], candidateOf);
	const shares = coverageOf(candidates);
	const all = shareOfAll([...shares.values()]);
	return { ...ranked, unitOf, placed: withNameOrder(placed), apart, shares, all };
}

function groupApart(
	apart: readonly UnitApart[],
	candidateOf: ReadonlyMap<number, Candidate>,
): ListedApart[] {
	const groups = new Map<string, ListedApart>();
	for (const { unitId, ...said } of apart) {
		const candidate = candidateOf.get(unitId);
		if (!candidate) continue;
		const key = JSON.stringify(said);
		const group = groups.get(key) ?? { ...said, units: [] };
		groups.set(key, group);
		const { kind, name, within, searchName, commune } = candidate;
		group.units.push({ unitId, searchName, shown: { unitId, kind, name, within, commune } });
	}
	return [...groups.values()].sort((one, other) => other.completeness - one.completeness);
}

/** The page of a shortlist that an address asks for; null where the board counts nothing. */
export function openShortlist(request: ShortlistRequest): ShortlistView | null {
	const { method, draws, result, query, peers, unitOf, placed, apart, shares, all } = request;
	if (!result) return null;
	const search = searchKey(query.search);
	const lastOf = lastOfBands(placed);
	const { entries, found, page, pages } = arrange(placed, query, { search, peers });
	return {
		rows: entries.map((row) => {
			const share = shares.get(row.unitId);
			const steps = stepsToNextBand(method, lastOf.get(row.band - 1), row)?.slice(0, shownSteps);
			return {
				...rowOf(row),
				steps: steps?.map(({ criterion, from, to }) => ({ criterion, from, to })) ?? null,
				funnel: all === null || !share ? null : funnelStanding(all, share),
			};
		}),
		apart: apart.flatMap((group) => {
			const asked = group.units.filter(
				({ unitId, searchName }) =>
					searchName.includes(search) && (peers === null || peers.has(unitId)),
			);
			return asked.length > 0 ? [{ ...group, units: asked.map(({ shown }) => shown) }] : [];
		}),
		...{ page, pages, weights: result.weights, correlations: result.correlations },
		counts: { placed: placed.length, found, bands: placed.at(-1)?.band ?? 0 },
		...{ draws: draws.draws, top: draws.top, confidence: draws.confidence },
		peersOf: query.peersOf === null ? null : (unitOf.get(query.peersOf) ?? null),
		funnel: all === null ? null : funnelOf(all, shares, entries),
	};
}

/** Ways into the band above that are named, the nearest first. */
const shownSteps = 2;

const rangeOf = ({ low, high }: PlaceRange): PlaceRange => ({ low, high });

const rowOf = (row: ListedUnit) => ({
	...{ unitId: row.unitId, place: row.place, shared: row.shared, score: row.score },
	...{ band: row.band, set: row.set, unit: row.unit, checkPlace: row.check.place },
	...{ method: rangeOf(row.method), sampling: row.sampling && rangeOf(row.sampling) },
	...{ both: rangeOf(row.both), top: row.both.top },
});

/** Computed once for all who look, until a figure or a setting moves. */
function indexOf(input: IndexInput, board: Board): Promise<IndexResult | null> {
	const key = createHash('sha256')
		.update(JSON.stringify([board, input]))
		.digest('hex');
	const kept = computed.get(key);
	if (kept) return kept;
	const result = computeIndex(input, board);
	computed.keep(key, result, result);
	return result;
}

const shownUnit = ({ kind, name, within, path, commune, households }: Candidate): ShownUnit => ({
	...{ kind, name, within, path, commune, households },
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
	listed: readonly ListedUnit[],
): FunnelView {
	const points = listed.flatMap(({ unitId, name }) => {
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
