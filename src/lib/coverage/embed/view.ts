import type { MapMeasure, Reading } from '../../contracts/coverage';
import type { ClassWords } from '../explorer/colouring/colouring-text';
import type { MapState } from '../../contracts/map/states';
import type { Unit } from '../../contracts/admin-units';

/** Where the figures of a frame are from. */
export interface EmbedNote {
	/** `2026-10`; null while nothing was ever due. */
	month: string | null;
	/** ISO instant of the newest approval. */
	approvedAt: string | null;
	/** The change number that the frame stays at; null: it shows what is newest. */
	pinned: number | null;
	demo: boolean;
}

export interface CommuneEmbed {
	unit: Pick<Unit, 'kind' | 'name'>;
	reading: Reading;
	/** Whether anything is public. */
	reported: boolean;
	/** The full page, without language. */
	path: string;
	note: EmbedNote;
}

export interface MapEmbed {
	place: Pick<Unit, 'kind' | 'name'>;
	measure: MapMeasure;
	reading: Reading;
	states: [unitId: number, state: MapState][];
	/** What the colours stand for, as a name of the picture and over its legend. */
	shown: string;
	legendTitle: string;
	/** Null: the classes of coverage that every map knows. */
	classes: ClassWords | null;
	/** What was picked out of the legend, as an address says it. */
	picked: string | null;
	/** What follows the path of the full map. */
	query: string;
	note: EmbedNote;
}
