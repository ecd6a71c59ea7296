import type { Basis, UnitFigures, UnitStatus } from '../contracts/coverage';
import type { Change, ChangeBatch, Snapshot } from '../contracts/events';

export type FiguresByBasis = Readonly<Record<Basis, ReadonlyMap<number, UnitFigures>>>;

/** The part of a snapshot that numbered changes move: everything else needs a new snapshot. */
export interface LiveData {
	/** Everything up to this change-log number is in. */
	readonly number: number;
	readonly figures: FiguresByBasis;
	readonly previousFigures: FiguresByBasis;
	readonly statuses: ReadonlyMap<number, UnitStatus>;
	/** The scope's figures by period id, of the periods that changed since the snapshot; null = none left. */
	readonly trend: Readonly<Record<Basis, ReadonlyMap<number, UnitFigures | null>>>;
}

/** Which changes concern a screen. */
export interface LiveFrame {
	readonly periodId: number;
	readonly previousPeriodId: number | null;
	readonly scopeId: number;
	readonly unitIds: ReadonlySet<number>;
}

/**
 * - `applied`: the data now stand at the batch's `upTo`; `changedUnits` moved in the shown period.
 * - `seen`: nothing new in it.
 * - `gap`: something before it is missing; nothing was applied.
 * - `snapshotNeeded`: units or registers changed; nothing was applied.
 */
export type Outcome =
	| { kind: 'applied'; data: LiveData; changedUnits: ReadonlySet<number> }
	| { kind: 'seen' }
	| { kind: 'gap' }
	| { kind: 'snapshotNeeded' };

export function frameOf(snapshot: Snapshot): LiveFrame {
	return {
		periodId: snapshot.period.id,
		previousPeriodId: snapshot.previous?.period.id ?? null,
		scopeId: snapshot.scope.id,
		unitIds: new Set([snapshot.scope.id, ...snapshot.units.map(({ id }) => id)]),
	};
}

export function dataOf(snapshot: Snapshot): LiveData {
	return {
		number: snapshot.number,
		figures: byBasis(snapshot.figures),
		previousFigures: byBasis(snapshot.previous?.figures ?? []),
		statuses: new Map(snapshot.statuses.map((status) => [status.unitId, status])),
		trend: { approved: new Map(), provisional: new Map() },
	};
}

/** Applies a batch whole or not at all. Applying it twice, or after a later one, changes nothing. */
export function applyBatch(data: LiveData, frame: LiveFrame, batch: ChangeBatch): Outcome {
	if (batch.upTo <= data.number) return { kind: 'seen' };
	if (batch.after > data.number) return { kind: 'gap' };
	const fresh = batch.changes
		.filter(({ number }) => number > data.number && number <= batch.upTo)
		.sort((one, other) => one.number - other.number);
	if (fresh.some(({ type }) => type === 'structure')) return { kind: 'snapshotNeeded' };
	const draft = new Draft(data);
	const changedUnits = new Set<number>();
	for (const change of fresh) if (draft.apply(change, frame)) changedUnits.add(unitOf(change));
	return { kind: 'applied', data: draft.finish(batch.upTo), changedUnits };
}

function unitOf(change: Change): number {
	return change.type === 'structure' ? -1 : change.unitId;
}

function byBasis(figures: readonly UnitFigures[]): FiguresByBasis {
	const of = (basis: Basis) =>
		new Map(figures.filter((one) => one.basis === basis).map((one) => [one.unitId, one]));
	return { approved: of('approved'), provisional: of('provisional') };
}

/** Copies a map when it is first written to, so that untouched ones keep their identity. */
class Draft {
	readonly #copied = new Set<unknown>();
	readonly #data: {
		figures: Record<Basis, ReadonlyMap<number, UnitFigures>>;
		previousFigures: Record<Basis, ReadonlyMap<number, UnitFigures>>;
		statuses: ReadonlyMap<number, UnitStatus>;
		trend: Record<Basis, ReadonlyMap<number, UnitFigures | null>>;
	};

	constructor(data: LiveData) {
		this.#data = {
			figures: { ...data.figures },
			previousFigures: { ...data.previousFigures },
			statuses: data.statuses,
			trend: { ...data.trend },
		};
	}

	/** True when something of the shown period is now different. */
	apply(change: Change, frame: LiveFrame): boolean {
		if (change.type === 'structure' || !frame.unitIds.has(change.unitId)) return false;
		const shown = change.periodId === frame.periodId;
		if (change.type === 'status') {
			if (!shown) return false;
			const statuses = this.#own(this.#data.statuses);
			this.#data.statuses = statuses;
			statuses.set(change.unitId, change.status);
			return true;
		}
		const { basis, figures, periodId, unitId } = change;
		if (unitId === frame.scopeId) {
			const trend = this.#own(this.#data.trend[basis]);
			this.#data.trend[basis] = trend;
			trend.set(periodId, figures);
		}
		if (shown) this.#setFigures(this.#data.figures, basis, unitId, figures);
		else if (periodId === frame.previousPeriodId)
			this.#setFigures(this.#data.previousFigures, basis, unitId, figures);
		return shown;
	}

	finish(number: number): LiveData {
		return { number, ...this.#data };
	}

	#setFigures(
		target: Record<Basis, ReadonlyMap<number, UnitFigures>>,
		basis: Basis,
		unitId: number,
		figures: UnitFigures | null,
	): void {
		const map = this.#own(target[basis]);
		target[basis] = map;
		if (figures) map.set(unitId, figures);
		else map.delete(unitId);
	}

	#own<Value>(map: ReadonlyMap<number, Value>): Map<number, Value> {
		if (map instanceof Map && this.#copied.has(map)) return map;
		const copy = new Map(map);
		this.#copied.add(copy);
		return copy;
	}
}
