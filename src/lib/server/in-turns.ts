import { setImmediate } from 'node:timers/promises';

/** Milliseconds of computing after which everybody else has a turn. */
const turn = 20;

/** As `map`, for work on many values that together take long: others are answered in between. */
export async function inTurns<Value, Result>(
	values: readonly Value[],
	work: (value: Value, index: number) => Result,
): Promise<Result[]> {
	const results: Result[] = [];
	let began = performance.now();
	for (const [index, value] of values.entries()) {
		results.push(work(value, index));
		if (performance.now() - began < turn) continue;
		await setImmediate();
		began = performance.now();
	}
	return results;
}
