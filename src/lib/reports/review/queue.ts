import type { UnitKind } from '../../contracts/admin-units';
import type { Period, ReportWarning } from '../../contracts/reports';
import type { Share } from './share';

type NamedPeriod = Pick<Period, 'code' | 'kind' | 'title'>;

/** A report that waits for a decision, with what one needs to know before taking it. */
export interface QueuedReport {
	code: string;
	kind: UnitKind;
	name: string;
	parentName: string;
	period: NamedPeriod;
	revision: number;
	/** ISO instant. */
	receivedAt: string;
	onTime: boolean;
	households: number | null;
	/** Null where households aren't asked for, or not known. */
	share: Share | null;
	/** What the unit reported last before that. */
	earlier: { period: string; share: number } | null;
	/** Households on the register; null where it isn't known. */
	register: number | null;
	/** What the level above accepted beyond it; null: nothing. */
	explained: number | null;
	warnings: ReportWarning[];
	/** Nothing about it looks odd: it may be approved at a glance. */
	isClear: boolean;
}

export interface Queue {
	/** One page of them, the longest due first. */
	reports: QueuedReport[];
	/** How many wait in the chosen period, or in all. */
	found: number;
	/** How many wait in all periods. */
	total: number;
	/** Periods in which some wait, oldest first. */
	periods: (NamedPeriod & { count: number })[];
	page: number;
	pages: number;
}
