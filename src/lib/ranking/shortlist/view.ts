import type { PlaceName, UnitKind } from '../../contracts/admin-units';
import type { FlagCount } from '../../contracts/awards/flags';
import type { IndexResult, PlacedUnit, UnitApart } from '../../contracts/awards/composite-index';
import type { FunnelStanding } from '../index/funnel';
import type { BandStep } from '../index/next-band';

/** What a list says of a unit beside its figures. */
export interface ShownUnit {
	kind: UnitKind;
	name: string;
	within?: PlaceName | undefined;
	path: string;
	commune: PlaceName | null;
	households: number | null;
}

/** The places between which a unit lies. */
export type PlaceRange = Pick<PlacedUnit['set'], 'low' | 'high'>;

/** What a page says of a placed unit: a browser gets this a hundred times over, and nothing besides. */
export interface ShortlistRow extends Pick<
	PlacedUnit,
	'unitId' | 'place' | 'shared' | 'score' | 'band' | 'set'
> {
	unit: ShownUnit;
	/** Its place by the weighted arithmetic mean. */
	checkPlace: number;
	method: PlaceRange;
	/** Null where nothing was visited. */
	sampling: PlaceRange | null;
	both: PlaceRange;
	/** How likely it is to be among the first. */
	top: number;
	/** The nearest ways into the band above; null in the first one. */
	steps: Omit<BandStep, 'points'>[] | null;
	/** Whether its coverage differs from that of all by more than chance explains; null where unknown. */
	funnel: FunnelStanding | null;
}

/** What stands beside the rows of a page, by unit. */
export interface BesideRows {
	seasonId: number;
	/** None of units that the account may not know of. */
	flags: Readonly<Record<number, FlagCount>>;
	/** Shares 0–1 of approved coverage, oldest first; null where a month has none. */
	trends: Readonly<Record<number, readonly (number | null)[]>>;
}

/** Units without a place that lack the same. */
export interface ApartGroup extends Omit<UnitApart, 'unitId'> {
	units: (Pick<ShownUnit, 'kind' | 'name' | 'within' | 'commune'> & { unitId: number })[];
}

/** A shortlist as its page shows it. */
export interface ShortlistView extends Pick<IndexResult, 'weights' | 'correlations'> {
	rows: ShortlistRow[];
	/** Without a place, with the reason. */
	apart: readonly ApartGroup[];
	page: number;
	pages: number;
	counts: { placed: number; found: number; bands: number };
	draws: number;
	top: number;
	/** Share 0–1 of the draws in which all sets of places hold at once. */
	confidence: number;
	/** Whose peers are shown. */
	peersOf: ShownUnit | null;
	funnel: FunnelView | null;
}

/** Coverage against size: the places of the page, and the bounds that chance draws around all of them. */
export interface FunnelView {
	all: number;
	points: {
		unitId: number;
		name: string;
		households: number;
		share: number;
		standing: FunnelStanding;
	}[];
	limits: { households: number; low: number; high: number; lowest: number; highest: number }[];
}
