import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UnitFigures } from '../contracts/coverage';
import type { Change, ChangeBatch, Snapshot } from '../contracts/events';
import { applyBatch, dataOf, frameOf, type LiveData } from './apply-batch';

const at = '2026-10-20T03:00:00.000Z';
const due = { village: at, commune: at, district: at, province: at };
const period = (id: number, code: string): Snapshot['period'] => ({
	id,
	code,
	kind: 'month',
	title: null,
	startsOn: `${code}-01`,
	endsOn: `${code}-28`,
	due,
});
const unit = (id: number): Snapshot['scope'] => ({
	id,
	code: String(id),
	level: id === 1 ? 'province' : 'commune',
	kind: id === 1 ? 'tinh' : 'xa',
	name: `Unit ${id}`,
	parentId: id === 1 ? null : 1,
	validFrom: '2025-07-01',
	validTo: null,
	register: 100,
	reportsRequired: 1,
});
const figures = (unitId: number, basis: UnitFigures['basis'], able: number): UnitFigures => ({
	unitId,
	basis,
	able: [able],
	base: [100],
	receivedAt: at,
	approvedAt: null,
});

const snapshot: Snapshot = {
	number: 0,
	at,
	period: period(10, '2026-10'),
	scope: unit(1),
	units: [unit(2), unit(3)],
	provinces: [],
	figures: [figures(2, 'approved', 7)],
	statuses: [],
	previous: { period: period(9, '2026-09'), figures: [figures(2, 'approved', 3)] },
};
const frame = frameOf(snapshot);

/** A unit outside the screen (4) and a period far away (8) are among them. */
const subject = fc.record({
	unitId: fc.constantFrom(1, 2, 3, 4),
	periodId: fc.constantFrom(8, 9, 10),
	basis: fc.constantFrom('approved', 'provisional'),
	able: fc.option(fc.nat(100)),
	isStatus: fc.boolean(),
});
const history = fc.array(subject, { minLength: 1, maxLength: 40 }).map((subjects) =>
	subjects.map(({ unitId, periodId, basis, able, isStatus }, index): Change => {
		const about = { number: index + 1, at, path: [unitId, 1], periodId, unitId };
		if (isStatus) {
			const status = { unitId, reports: able ?? 0, reportsOnTime: 0, ownReport: false };
			return {
				...about,
				type: 'status',
				level: 'commune',
				status: { ...status, receivedAt: null },
			};
		}
		return {
			...about,
			type: 'figures',
			audience: 'internal',
			level: 'commune',
			basis,
			figures: able === null ? null : figures(unitId, basis, able),
		};
	}),
);

/** What a screen shows, in a form that doesn't depend on the order of writing. */
function shown(data: LiveData) {
	const sorted = (map: ReadonlyMap<number, unknown>) =>
		[...map].sort(([one], [other]) => one - other);
	const { figures, previousFigures, trend } = data;
	return [figures, previousFigures, trend]
		.flatMap(({ approved, provisional }) => [approved, provisional])
		.map(sorted)
		.concat([sorted(data.statuses)]);
}

const batchOf = (changes: Change[], after: number, upTo: number): ChangeBatch => ({
	after,
	upTo,
	changes: changes.filter(({ number }) => number > after && number <= upTo),
});

/** The state after the first `number` entries, one by one. */
function stateAt(changes: Change[], number: number): LiveData {
	return changes.slice(0, number).reduce((data, change) => {
		const outcome = applyBatch(data, frame, batchOf(changes, change.number - 1, change.number));
		if (outcome.kind !== 'applied') throw new Error(outcome.kind);
		return outcome.data;
	}, dataOf(snapshot));
}

const spans = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 30 });

describe('applying batches', () => {
	it('shows a committed state whatever the split, order and repetition, or declares a gap', () => {
		fc.assert(
			fc.property(history, spans, (changes, cuts) => {
				let data = dataOf(snapshot);
				for (const [one, other] of cuts) {
					const after = Math.min(one, other, changes.length);
					const upTo = Math.min(Math.max(one, other), changes.length);
					const before = data;
					const outcome = applyBatch(data, frame, batchOf(changes, after, upTo));
					if (outcome.kind === 'applied') data = outcome.data;
					expect(outcome.kind).toBe(
						upTo <= before.number ? 'seen' : after > before.number ? 'gap' : 'applied',
					);
					expect(data.number).toBe(outcome.kind === 'applied' ? upTo : before.number);
					expect(shown(data)).toEqual(shown(stateAt(changes, data.number)));
				}
			}),
			{ numRuns: 500 },
		);
	});

	it('shows 10,000 changes, none skipped and none by halves, though batches get lost and come twice', () => {
		const changes = Array.from({ length: 10_000 }, (_, index): Change => {
			const unitId = 1 + (index % 3);
			const about = { number: index + 1, at, path: [unitId, 1], periodId: 10, unitId };
			const own = figures(unitId, 'approved', index);
			return {
				...about,
				...{ type: 'figures', audience: 'internal', level: 'commune' },
				...{ basis: 'approved', figures: own },
			};
		});
		const part = (after: number, upTo: number) => ({
			...{ after, upTo },
			changes: changes.slice(after, upTo),
		});
		let seed = 20_261_010;
		const below = (limit: number) => (seed = (seed * 16_807) % 2_147_483_647) % limit;
		let data = dataOf(snapshot);
		let oneByOne = data;
		let gaps = 0;
		const receive = (after: number, upTo: number) => {
			const outcome = applyBatch(data, frame, part(after, upTo));
			gaps += Number(outcome.kind === 'gap');
			// As a connection does: it asks for what came after its own number.
			if (outcome.kind === 'gap') receive(data.number, upTo);
			if (outcome.kind !== 'applied') return;
			data = outcome.data;
			for (let number = oneByOne.number + 1; number <= data.number; number += 1) {
				const single = applyBatch(oneByOne, frame, part(number - 1, number));
				if (single.kind !== 'applied') throw new Error(single.kind);
				oneByOne = single.data;
			}
			expect(shown(data)).toEqual(shown(oneByOne));
		};
		for (let sent = 0; sent < changes.length;) {
			const upTo = Math.min(changes.length, sent + 1 + below(60));
			const isLast = upTo === changes.length;
			for (let times = isLast ? 1 : below(3); times > 0; times -= 1) receive(sent, upTo);
			sent = upTo;
		}
		expect(data.number).toBe(10_000);
		expect(gaps).toBeGreaterThan(50);
	});

	it('puts entries of one batch in the order of their numbers', () => {
		fc.assert(
			fc.property(history, (changes) => {
				const whole = batchOf(changes, 0, changes.length);
				const reversed = { ...whole, changes: whole.changes.toReversed() };
				const outcome = applyBatch(dataOf(snapshot), frame, reversed);
				if (outcome.kind !== 'applied') throw new Error(outcome.kind);
				expect(shown(outcome.data)).toEqual(shown(stateAt(changes, changes.length)));
			}),
		);
	});

	it('moves the month shown, the month before and the trend of the scope, and nothing else', () => {
		const change = (number: number, unitId: number, periodId: number): Change => ({
			number,
			at,
			type: 'figures',
			audience: 'public',
			path: [unitId],
			level: 'commune',
			periodId,
			unitId,
			basis: 'approved',
			figures: figures(unitId, 'approved', 50 + number),
		});
		const changes = [change(1, 2, 10), change(2, 2, 9), change(3, 1, 8), change(4, 4, 10)];
		const outcome = applyBatch(dataOf(snapshot), frame, batchOf(changes, 0, 4));
		if (outcome.kind !== 'applied') throw new Error(outcome.kind);
		const { figures: now, previousFigures, trend } = outcome.data;
		expect(now.approved.get(2)?.able).toEqual([51]);
		expect(previousFigures.approved.get(2)?.able).toEqual([52]);
		expect(trend.approved.get(8)?.able).toEqual([53]);
		expect(now.approved.has(4)).toBe(false);
		expect([...outcome.changedUnits]).toEqual([2]);
	});

	it('asks for a new snapshot when units changed, and applies nothing of that batch', () => {
		const changes: Change[] = [{ number: 1, at, type: 'structure' }];
		const outcome = applyBatch(dataOf(snapshot), frame, batchOf(changes, 0, 1));
		expect(outcome.kind).toBe('snapshotNeeded');
	});

	it('keeps maps that did not change, so that nothing is redrawn for them', () => {
		const before = dataOf(snapshot);
		const outcome = applyBatch(before, frame, { after: 0, upTo: 5, changes: [] });
		if (outcome.kind !== 'applied') throw new Error(outcome.kind);
		expect(outcome.data.number).toBe(5);
		expect(outcome.data.figures.approved).toBe(before.figures.approved);
	});
});
