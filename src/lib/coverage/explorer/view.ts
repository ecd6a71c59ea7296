import type { UnitFigures } from '../../contracts/coverage';
import type { FormerDistricts } from '../../contracts/former-districts';
import type { TrendEvent } from '../../contracts/trend-events';
import type { ColouringData } from './colouring/colouring';
import type { Snapshot } from '../../contracts/events';
import type { Outline } from './outline/outline';

export interface TrendPoint {
	periodCode: string;
	figures: UnitFigures | null;
}

/** What the live map opens with, beside its picture. */
export interface ExplorerData {
	snapshot: Snapshot;
	/** What the communes come to, where they and their drawing come later; null where they are there. */
	outline: Outline | null;
	/** Months to choose from, newest first. */
	months: { id: number; code: string }[];
	/** For what the map is coloured by. */
	colouring: ColouringData;
	/** Which districts the communes lay in, or came from. */
	districts: FormerDistricts;
	stream: 'public' | 'internal';
	/** What explains that line, the newest first. */
	events: TrendEvent[];
	/** The scope's line, oldest first; provisional only on an internal stream. */
	trend: { approved: TrendPoint[]; provisional: TrendPoint[] };
}
