import { provinceIdOf, type Snapshot } from '../../../contracts/events';
import type { MapState } from '../../../contracts/map/states';
import { colouredRows } from '../colouring/coloured-rows';
import type { ColouringData } from '../colouring/colouring';
import { communesOf, rowsOf } from '../live-communes';
import { movers, moversShown, type UnitRow } from '../rows';
import type { Selection } from '../selection';
import { summarise, type Summary } from './summary';
import { minuteLength } from '../../../contracts/local-time';

/** What the page of a country says before its communes are there, and all that it says without scripts. */
export interface Outline extends Summary {
	/** The communes that gained most. */
	movers: UnitRow[];
	/** How many communes look like what. */
	counts: [MapState, number][];
	/** Communes in insets of the map, which no province's outline holds. */
	islands: { id: number; name: string; provinceId: number }[];
}

/** Whether provinces alone can say what an address asks for: circles, targets and classes for analysts are of communes. */
export const isOutlined = (
	{ scope }: Pick<Snapshot, 'scope'>,
	{ shape, colouring, classing }: Pick<Selection, 'shape' | 'colouring' | 'classing'>,
): boolean =>
	scope.level === 'country' &&
	shape === 'areas' &&
	classing === 'fixed' &&
	(colouring === 'level' || colouring === 'growth1');

/** @param inInset ids of communes in insets. */
export function outlineOf(
	snapshot: Snapshot,
	selection: Pick<Selection, 'measure' | 'basis' | 'colouring' | 'classing'>,
	beside: { colouring: ColouringData; inInset: ReadonlySet<number> },
): Outline {
	const communes = communesOf(snapshot);
	const rows = rowsOf(communes, selection, Math.floor(Date.parse(snapshot.at) / minuteLength));
	const counts = new Map<MapState, number>();
	const { coloured } = colouredRows(communes, rows, selection, beside.colouring);
	for (const { state } of coloured.values()) counts.set(state, (counts.get(state) ?? 0) + 1);
	return {
		...summarise(communes, rows, selection),
		movers: movers(rows, moversShown),
		counts: [...counts],
		islands: snapshot.units
			.filter(({ id }) => beside.inInset.has(id))
			.flatMap((unit) => {
				const provinceId = provinceIdOf(unit);
				return provinceId === null ? [] : [{ id: unit.id, name: unit.name, provinceId }];
			}),
	};
}

/** A country's snapshot without its communes and provinces. */
export function withoutCommunes(snapshot: Snapshot): Snapshot {
	const { scope, previous } = snapshot;
	const own = (figures: Snapshot['figures']) => figures.filter(({ unitId }) => unitId === scope.id);
	return {
		...{ ...snapshot, partial: true, units: [], provinces: [], statuses: [] },
		figures: own(snapshot.figures),
		previous: previous && { ...previous, figures: own(previous.figures) },
	};
}

/** What as many communes look like, each for itself. */
export const statesOfCommunes = ({ counts }: Pick<Outline, 'counts'>): MapState[] =>
	counts.flatMap(([state, count]) => Array.from({ length: count }, () => state));
