import { parse } from 'csv-parse/sync';
import * as v from 'valibot';
import { addMonths } from '../../src/lib/contracts/local-time';
import { measures } from '../../src/lib/contracts/coverage';
import { classOf } from '../../src/lib/contracts/map/policy-classes';
import { columnsOf, notAvailable, suppressed } from '../../src/lib/open-data/files/columns';
import type { Truth } from '../faults/recount';
import type { Picture } from './attacker';

/** What some bytes tell of one count: able null = hidden, with its class at most. */
export interface Told {
	period: string;
	unit: number | string;
	measure: number;
	able: number | null;
	base: number;
	class: number | null;
}

const Figures = v.object({
	unitId: v.number(),
	able: v.array(v.nullable(v.number())),
	base: v.array(v.number()),
	hiddenClass: v.optional(v.array(v.nullable(v.number()))),
});
const OfMonth = v.union([
	v.pipe(
		v.object({ periodCode: v.string() }),
		v.transform(({ periodCode }) => periodCode),
	),
	v.pipe(
		v.object({ period: v.object({ code: v.string() }) }),
		v.transform(({ period }) => period.code),
	),
	v.pipe(
		v.object({ period: v.pipe(v.string(), v.regex(/^\d{4}-\d\d$/)) }),
		v.transform(({ period }) => period),
	),
]);
const OfPeriod = v.object({ periodId: v.number() });

/**
 * All figures in what a program reads, wherever they are in it.
 * @param periods codes by the ids that change-log entries name.
 */
export function figuresIn(
	value: unknown,
	periods: ReadonlyMap<number, string>,
	around: string | null = null,
): Told[] {
	if (Array.isArray(value)) return value.flatMap((each) => figuresIn(each, periods, around));
	if (typeof value !== 'object' || value === null) return [];
	const period = monthOf(value, periods) ?? around;
	const own = v.is(Figures, value) ? ofFigures(value, period) : [];
	return [
		...own,
		...Object.entries(value).flatMap(([key, each]) => {
			const before = key === 'previous' && period !== null ? addMonths(period, -1) : period;
			return figuresIn(each, periods, before);
		}),
	];
}

function monthOf(value: object, periods: ReadonlyMap<number, string>): string | undefined {
	const named = v.safeParse(OfMonth, value);
	if (named.success) return named.output;
	return v.is(OfPeriod, value) ? periods.get(value.periodId) : undefined;
}

function ofFigures(
	{ unitId, able, base, hiddenClass }: v.InferOutput<typeof Figures>,
	period: string | null,
): Told[] {
	if (period === null) throw new Error(`Of which month are the figures of ${unitId}?`);
	return measures.map((_, measure) => ({
		...{ period, unit: unitId, measure, able: able[measure] ?? null, base: base[measure] ?? 0 },
		class: hiddenClass?.[measure] ?? null,
	}));
}

const CsvRows = v.array(v.record(v.string(), v.string()));
const Cell = v.union([v.string(), v.number(), v.boolean()]);
const Rows = v.union([
	v.pipe(
		v.object({ rows: v.array(v.record(v.string(), Cell)) }),
		v.transform(({ rows }) => rows),
	),
	v.pipe(
		v.object({ features: v.array(v.object({ properties: v.record(v.string(), Cell) })) }),
		v.transform(({ features }) => features.map(({ properties }) => properties)),
	),
]);

/** What a file of open data tells, whichever of the formats for programs it is in. */
export function rowsIn(name: string, text: string): Told[] {
	const rows = name.endsWith('.csv')
		? v.parse(CsvRows, parse(text, { columns: true, bom: true }))
		: v.parse(Rows, JSON.parse(text));
	return rows.flatMap((row) =>
		measures.flatMap((name, measure): Told[] => {
			const { able, households, share } = columnsOf(name);
			const [count, base, part] = [row[able], row[households], row[share]].map(String);
			if (base === notAvailable) return [];
			if (count === suppressed && part !== suppressed)
				throw new Error(`${String(row['unit_code'])} hides ${able}, not ${share}.`);
			const told = { able: count === suppressed ? null : Number(count), base: Number(base) };
			const about = { period: String(row['period']), unit: String(row['unit_code']) };
			return [{ ...about, measure, ...told, class: null }];
		}),
	);
}

/** All that may be told of the counts of a month: what an attacker was given to work with. */
export class Allowed {
	readonly #counts = new Set<string>();
	readonly #classes = new Set<string>();
	readonly #codes: ReadonlyMap<number, string>;

	/** @param codes of the units, for files name them by it. */
	constructor(codes: ReadonlyMap<number, string>) {
		this.#codes = codes;
	}

	add(period: string, truth: readonly Truth[], pictures: readonly Picture[]): void {
		for (const [index, picture] of pictures.entries())
			for (const unit of picture) {
				const code = this.#codes.get(unit.id);
				const row = truth[index]?.published.find(({ unitId }) => unitId === unit.id);
				for (const k of measures.keys()) {
					const key = [period, code, k].join(' ');
					const [able, told] = [unit.able[k] ?? null, unit.classes[k] ?? null];
					if (able !== null) this.#counts.add(`${key} ${able} ${unit.base[k] ?? 0}`);
					if (unit.version !== null && unit.isCounted[k] !== true)
						this.#counts.add(`${key} ${row?.publicAble[k] ?? 0} ${row?.publicBase[k] ?? 0}`);
					if (told && able === null)
						this.#classes.add(`${key} ${classOf(told.low / (unit.base[k] ?? 1))}`);
				}
			}
	}

	/** What is told beyond it, in words. */
	beyond(told: readonly Told[]): string[] {
		return told.flatMap(({ period, unit, measure, able, base, class: own }) => {
			const code = typeof unit === 'number' ? this.#codes.get(unit) : unit;
			const key = [period, code, measure].join(' ');
			const isTold = able !== null && base > 0 && !this.#counts.has(`${key} ${able} ${base}`);
			const isClassed = own !== null && !this.#classes.has(`${key} ${own}`);
			return [
				...(isTold ? [`${key}: ${able} of ${base}`] : []),
				...(isClassed ? [`${key}: class ${own}`] : []),
			];
		});
	}
}
