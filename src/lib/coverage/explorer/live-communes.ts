import type { Basis, Measure, UnitFigures, UnitStatus } from '../../contracts/coverage';
import type { Snapshot, SnapshotUnit } from '../../contracts/events';
import type { Period } from '../../contracts/reports';
import { growth } from '../growth';
import { readRows, type UnitRow } from './rows';
import { minuteLength } from '../../contracts/local-time';

/** What a live state says about the communes of a month and of the one before. */
export interface LiveCommunes {
	readonly units: readonly SnapshotUnit[];
	readonly statuses: ReadonlyMap<number, UnitStatus>;
	readonly period: Period;
	allFigures(basis: Basis): ReadonlyMap<number, UnitFigures>;
	allPreviousFigures(basis: Basis): ReadonlyMap<number, UnitFigures>;
}

/** The same of a snapshot that nothing follows. */
export function communesOf({
	figures,
	statuses,
	previous,
	...shown
}: Snapshot): LiveCommunes & Pick<Snapshot, 'provinces'> {
	const [shownFigures, earlier] = [byBasis(figures), byBasis(previous?.figures ?? [])];
	return {
		...shown,
		statuses: new Map(statuses.map((status) => [status.unitId, status])),
		allFigures: (basis) => shownFigures[basis],
		allPreviousFigures: (basis) => earlier[basis],
	};
}

function byBasis(figures: readonly UnitFigures[]): Record<Basis, ReadonlyMap<number, UnitFigures>> {
	const of = (basis: Basis) =>
		new Map(figures.filter((each) => each.basis === basis).map((each) => [each.unitId, each]));
	return { approved: of('approved'), provisional: of('provisional') };
}

/** @param minute since 1970: deadlines pass, and nothing else depends on the time. */
export function rowsOf(
	live: LiveCommunes,
	{ measure, basis }: { measure: Measure; basis: Basis },
	minute: number,
): UnitRow[] {
	const { units, statuses, period } = live;
	const figures = live.allFigures(basis);
	const previous = live.allPreviousFigures(basis);
	const now = new Date(minute * minuteLength);
	return readRows({ units, figures, previous, statuses, period, now }, measure);
}

/** As a difference of shares (0–1), over the communes with a figure in both months; null without any. */
export function growthOf(
	live: LiveCommunes,
	{ measure, basis }: { measure: Measure; basis: Basis },
	units: readonly { id: number }[] = live.units,
): number | null {
	const communes = (all: ReadonlyMap<number, UnitFigures>) =>
		units.flatMap(({ id }) => all.get(id) ?? []);
	return growth(
		communes(live.allFigures(basis)),
		communes(live.allPreviousFigures(basis)),
		measure,
	);
}
