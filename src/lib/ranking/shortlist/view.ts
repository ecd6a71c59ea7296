import type { PlaceName, UnitKind } from '../../contracts/admin-units';
import type { FlagCount } from '../../contracts/award-flags';
import type { IndexResult, PlacedUnit, UnitApart } from '../../contracts/award-index';
import type { FunnelStanding } from '../index/funnel';
import type { BandStep } from '../index/next-band';

/** What a list says of a unit beside its figures. */
export interface NamedUnit {
	unitId: number;
	kind: UnitKind;
	name: string;
	within?: PlaceName | undefined;
	searchName: string;
	path: string;
	commune: PlaceName | null;
	households: number | null;
}

export interface ShortlistRow extends PlacedUnit {
	unit: NamedUnit;
	/** What would bring it into the band above, the nearest first; null in the first one. */
	steps: BandStep[] | null;
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

export interface ApartRow extends UnitApart {
	unit: NamedUnit;
}

/** A shortlist as its page shows it. */
export interface ShortlistView extends Pick<IndexResult, 'weights' | 'correlations'> {
	rows: ShortlistRow[];
	/** Without a place, with the reason. */
	apart: ApartRow[];
	page: number;
	pages: number;
	counts: { placed: number; found: number; bands: number };
	draws: number;
	top: number;
	/** Share 0–1 of the draws in which all sets of places hold at once. */
	confidence: number;
	/** Whose peers are shown. */
	peersOf: NamedUnit | null;
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
