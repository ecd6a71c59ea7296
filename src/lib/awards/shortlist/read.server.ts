import { unitsByIds } from '../../admin-units/home.server';
import type { Actor } from '../../contracts/accounts';
import type { Board, IndexMethod } from '../../contracts/awards/composite-index';
import { liveDraws } from '../../contracts/awards/method';
import type { CandidateKind } from '../../contracts/awards/candidates';
import { localDay } from '../../contracts/local-time';
import { readShareLines } from '../../coverage/trend.server';
import { readCriteria, type Candidate } from '../../ranking/criteria/read-values.server';
import {
	nameUnits,
	openShortlist,
	rankCandidates,
	type NamedRanking,
	type ShortlistRequest,
} from '../../ranking/shortlist/open.server';
import { peerFinder } from '../../ranking/peers.server';
import { latestDuePeriod } from '../../reports/periods/periods.server';
import { changePosition } from '../../server/change-log';
import { keptUntilChange, type Kept } from '../../server/kept-until-change';
import type { Database } from '../../server/db/client';
import { ForbiddenError } from '../../server/errors';
import { readSeasonBase } from '../council/read-facts.server';
import { listPublishedCriteria } from '../criteria/read.server';
import { countFlags } from '../flags/read.server';
import { readFrozenRanking } from '../freeze/read-ranking.server';
import type { PeerGroup } from '../peers/peer-group';
import { readPeerFacts } from '../peers/read-peer-facts.server';
import { arePeersFixed, readPeerGroups } from '../peers/read-peers.server';
import { readSamples } from '../back-checks/verified-shares.server';
import { readSeason, type ListedSeason, type SeasonCategory } from '../season/read.server';

type RankedCategory = SeasonCategory & { kind: Exclude<CandidateKind, 'individual'> };

/**
 * The shortlist of a season's category as the committee sees it: only once its criteria are in force, live
 * until the freeze, and as it was frozen for ever after. Individuals have none.
 * @throws NotFoundError; ForbiddenError for who doesn't sit in the committee.
 */
export async function readShortlist(
	database: Database,
	actor: Actor,
	seasonId: number,
	query: ShortlistRequest['query'],
	now: Date,
) {
	const [season, base] = await Promise.all([
		readSeason(database, actor, seasonId),
		readSeasonBase(database, actor, seasonId),
	]);
	if (!season.sits) throw new ForbiddenError('The account does not sit in that committee.');
	const categories = season.categories.flatMap((one): RankedCategory[] =>
		one.kind === 'individual' ? [] : [{ ...one, kind: one.kind }],
	);
	const category = categories.find(({ id }) => id === query.category) ?? categories[0] ?? null;
	const [{ lastNumber }, [scope], published, areFixed, period] = await Promise.all([
		changePosition(database),
		unitsByIds(database, [season.unitId]),
		listPublishedCriteria(database, seasonId),
		category ? arePeersFixed(database, category.id) : false,
		latestDuePeriod(database, now, season.unitId),
	]);
	if (!scope) throw new Error('A season is of a unit.');
	const followed = {
		...{ scope, period },
		position: { number: lastNumber, at: now.toISOString() },
	};
	const inForce = published.find(
		({ categoryId, state }) => categoryId === category?.id && state === 'inForce',
	);
	const shown = { season, categories, category, query, hasCriteria: inForce !== undefined };
	if (!category || !inForce)
		return {
			...{ ...shown, followed, areFixed },
			...{ shortlist: null, flags: {}, trends: {}, peerGroup: null },
		};
	const { number, at, value } = await rank(database, {
		...{ season, category, lastNumber, now, board: query.board },
		method: {
			criteria: inForce.criteria,
			completeness: season.settings.completenessMinimum / 100,
		},
	});
	const { peerCount } = season.settings;
	const { peers, peerGroup } = await comparePeers(database, value.candidates, {
		...{ unitId: query.peersOf, categoryId: category.id, peerCount, now },
	});
	const shortlist = openShortlist({ ...value, query, peers });
	const rows = shortlist?.rows ?? [];
	const unitIds = rows.map(({ unitId }) => unitId);
	const [trends, flags] = await Promise.all([
		readCoverageTrends(database, rows, untilWhen(season, followed)),
		countFlags(database, actor, base, { unitIds, now, patience }),
	]);
	return {
		...{ ...shown, shortlist, areFixed, trends, flags, peerGroup },
		followed: { ...followed, position: { number, at: at.toISOString() } },
	};
}

/** The last month that a trend shows: none after those that count, once they were frozen. */
const untilWhen = (
	{ frozenAt, countsUntil }: Pick<ListedSeason, 'frozenAt' | 'countsUntil'>,
	{ period }: { period: { code: string } },
): string =>
	frozenAt !== null && countsUntil.slice(0, 7) < period.code
		? countsUntil.slice(0, 7)
		: period.code;

interface PeersQuestion {
	/** Whose peers; null: nobody's. */
	unitId: number | null;
	categoryId: number;
	peerCount: number;
	now: Date;
}

/** With whom a unit is compared: as was fixed, or as would be today. */
async function comparePeers(
	database: Database,
	candidates: readonly Candidate[],
	{ unitId, categoryId, peerCount, now }: PeersQuestion,
): Promise<{ peers: Set<number> | null; peerGroup: PeerGroup | null }> {
	if (unitId === null) return { peers: null, peerGroup: null };
	const fixed = await readPeerGroups(database, categoryId);
	if (fixed.size > 0)
		return {
			peers: new Set([unitId, ...(fixed.get(unitId) ?? [])]),
			peerGroup: groupOf(candidates, unitId, fixed),
		};
	const facts = await readPeerFacts(database, candidates, localDay(now));
	return { peers: new Set([unitId, ...peerFinder(facts, peerCount)(unitId)]), peerGroup: null };
}

/** Of the year until a month, by unit. */
async function readCoverageTrends(
	database: Database,
	rows: readonly { unitId: number; unit: { households: number | null } }[],
	until: string,
): Promise<Record<number, (number | null)[]>> {
	const units = rows.map(({ unitId, unit }) => ({ unitId, register: unit.households }));
	const lines = await readShareLines(database, units, { basis: 'approved', months: 12, until });
	return Object.fromEntries(lines);
}

/** A unit's fixed peers, and who else could be one. */
function groupOf(
	candidates: readonly Candidate[],
	unitId: number,
	groups: ReadonlyMap<number, readonly number[]>,
): PeerGroup | null {
	const peers = groups.get(unitId);
	if (!peers) return null;
	const units = candidates
		.filter((one) => one.unitId !== unitId && groups.has(one.unitId))
		.map(({ unitId: id, kind, name }) => ({ id, kind, name }));
	return {
		unitId,
		peers: units.filter(({ id }) => peers.includes(id)),
		others: units.filter(({ id }) => !peers.includes(id)),
	};
}

/** Read once for all who look while nothing is approved. */
const rankedOf = keptUntilChange<NamedRanking>();
/** Milliseconds after which an older list is shown, with its moment: whoever follows gets the newer one. */
const patience = 100;

interface Wanted {
	season: Pick<
		ListedSeason,
		'id' | 'unitId' | 'countsFrom' | 'countsUntil' | 'frozenAt' | 'settings'
	>;
	category: RankedCategory;
	board: Board;
	method: IndexMethod;
	lastNumber: number;
	now: Date;
}

function rank(
	database: Database,
	{ season, category, board, method, lastNumber, now }: Wanted,
): Promise<Kept<NamedRanking>> {
	const { frozenAt } = season;
	const draws = {
		...{ seed: season.id, draws: liveDraws, top: category.quota },
		confidence: season.settings.confidence / 100,
	};
	const key = JSON.stringify([season.id, category.id, draws, board, method, frozenAt]);
	return rankedOf(database, key, { lastNumber, now, patience }, async () => {
		if (frozenAt !== null)
			return nameUnits(await readFrozenRanking(database, season.id, category, board));
		const candidates = await readCriteria(database, {
			...{ scopeId: season.unitId, kind: category.kind, now },
			samples: await readSamples(database, season.id),
			span: { from: season.countsFrom, until: season.countsUntil },
		});
		return nameUnits(await rankCandidates({ candidates, method, draws }, board));
	});
}
