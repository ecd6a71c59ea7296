import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate, setTimeout } from 'node:timers/promises';

/** What a benchmark found: one number against its bar. */
export interface Finding {
	name: string;
	/** What was measured, in words and units. */
	measured: string;
	ratio: number;
	bar: number;
	/** Which side of the bar is good. */
	good: 'atMost' | 'atLeast';
}

export type Benchmark = () => Promise<Finding[]>;

export const isMet = ({ ratio, bar, good }: Finding): boolean =>
	good === 'atMost' ? ratio <= bar : ratio >= bar;

/** The value below which a share 0–1 of the values lies. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((one, other) => one - other);
	const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
	if (value === undefined) throw new Error('Nothing was measured.');
	return value;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Milliseconds of a monotonic clock that all processes of the machine share. */
export const clock = (): number => Number(process.hrtime.bigint()) / 1e6;

/** Runs both in turns, A B A B, so that whatever else the machine does hits them alike. */
export async function interleave(
	rounds: number,
	one: () => Promise<number>,
	other: () => Promise<number>,
): Promise<[number[], number[]]> {
	const results: [number[], number[]] = [[], []];
	for (let round = 0; round < rounds; round++) {
		results[0].push(await one());
		results[1].push(await other());
	}
	return results;
}

export const milliseconds = (value: number): string =>
	`${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;

/** The longest time, in milliseconds, that a piece of work kept this process from everything else. */
export async function longestStall<Result>(
	work: () => Promise<Result>,
): Promise<{ result: Result; stall: number }> {
	// Its histogram counts from the first tick on, and what came before is nobody's fault.
	const delay = monitorEventLoopDelay({ resolution: 5 });
	delay.enable();
	await setImmediate();
	delay.reset();
	const result = await work();
	await setTimeout(20);
	delay.disable();
	return { result, stall: delay.max / 1e6 };
}
