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
		unitIds: new Set(
			[snapshot.scope, ...snapshot.provinces, ...snapshot.units].map(({ id }) => id),
		),
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
	const draft = draftOf(data);
	const changedUnits = new Set<number>();
	for (const change of fresh) {
		if (change.type === 'structure') return { kind: 'snapshotNeeded' };
		if (change.type === 'session' || change.type === 'screen') continue;
		if (!frame.unitIds.has(change.unitId)) continue;
		write(draft, frame, change);
		if (change.periodId === frame.periodId) changedUnits.add(change.unitId);
	}
	return { kind: 'applied', data: finish(draft, batch.upTo), changedUnits };
}

/** For `changedUnits` while nothing moves. */
export const noUnits: ReadonlySet<number> = new Set();
export const together = (
	one: ReadonlySet<number>,
	other: ReadonlySet<number>,
): ReadonlySet<number> => new Set([...one, ...other]);

function byBasis(figures: readonly UnitFigures[]): FiguresByBasis {
	const of = (basis: Basis) =>
		new Map(figures.filter((one) => one.basis === basis).map((one) => [one.unitId, one]));
	return { approved: of('approved'), provisional: of('provisional') };
}

type Draft = ReturnType<typeof draftOf>;

function draftOf(data: LiveData) {
	const both = <Value>(maps: Readonly<Record<Basis, ReadonlyMap<number, Value>>>) => ({
		approved: new MapDraft(maps.approved),
		provisional: new MapDraft(maps.provisional),
	});
	return {
		figures: both(data.figures),
		previousFigures: both(data.previousFigures),
		statuses: new MapDraft(data.statuses),
		trend: both(data.trend),
	};
}

function finish(draft: Draft, number: number): LiveData {
	const both = <Value>({ approved, provisional }: Record<Basis, MapDraft<Value>>) => ({
		approved: approved.map,
		provisional: provisional.map,
	});
	return {
		number,
		figures: both(draft.figures),
		previousFigures: both(draft.previousFigures),
		statuses: draft.statuses.map,
		trend: both(draft.trend),
	};
}

function write(
	draft: Draft,
	frame: LiveFrame,
	change: Extract<Change, { type: 'figures' | 'status' }>,
): void {
	const { periodId, unitId } = change;
	if (change.type === 'status') {
		if (periodId === frame.periodId) draft.statuses.set(unitId, change.status);
		return;
	}
	const { basis, figures } = change;
	if (unitId === frame.scopeId) draft.trend[basis].set(periodId, figures);
	const target =
		periodId === frame.periodId
			? draft.figures[basis]
			: periodId === frame.previousPeriodId
				? draft.previousFigures[basis]
				: undefined;
	if (figures) target?.set(unitId, figures);
	else target?.delete(unitId);
}

/** Copies a map when it is first written to, so that untouched ones keep their identity. */
class MapDraft<Value> {
	readonly #original: ReadonlyMap<number, Value>;
	#copy: Map<number, Value> | undefined;

	constructor(original: ReadonlyMap<number, Value>) {
		this.#original = original;
	}

	get map(): ReadonlyMap<number, Value> {
		return this.#copy ?? this.#original;
	}

	set(key: number, value: Value): void {
		this.#copy ??= new Map(this.#original);
		this.#copy.set(key, value);
	}

	delete(key: number): void {
		this.#copy ??= new Map(this.#original);
		this.#copy.delete(key);
	}
}
