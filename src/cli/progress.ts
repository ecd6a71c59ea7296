import { InvalidArgumentError } from 'commander';
import type { ImportResult } from '../lib/admin-units/import/import-result';

/** Says on stderr how long work goes on, with the seconds since it began. */
export function startProgress(): (message: string) => void {
	const started = performance.now();
	return (message) => {
		const seconds = ((performance.now() - started) / 1000).toFixed(1);
		process.stderr.write(`${seconds.padStart(6)} s  ${message}\n`);
	};
}

/** The outcome on stdout, for people and for pipes. */
export function printResult({ added, changed, unchanged, notes }: ImportResult): void {
	const counts = [
		`${added} new`,
		...(changed > 0 ? [`${changed} changed`] : []),
		`${unchanged} unchanged`,
	];
	process.stdout.write(`${counts.join(', ')}\n`);
	for (const note of notes) process.stdout.write(`${note}\n`);
}

/** For the repeatable `--map field=column`. */
export function collectMap(
	given: string,
	before: Record<string, string> = {},
): Record<string, string> {
	const [, field, column] = /^([^=]+)=(.+)$/.exec(given) ?? [];
	if (field === undefined || column === undefined)
		throw new InvalidArgumentError('It should be field=column.');
	return { ...before, [field]: column };
}

/** Today in Viet Nam, `YYYY-MM-DD`. */
export function today(): string {
	return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
}
