import ExcelJS from 'exceljs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readMeasure, type UnitFigures } from '../../../contracts/coverage';
import { isClassState } from '../../../contracts/map/states';
import { cellBounds, classBounds } from '../../../contracts/map/policy-classes';
import { countEntry, countStates } from '../../../map/legend/count-states';
import { coverageScale } from '../../../map/legend/scale';
import { createFormat } from '../../../messages/format';
import { vi } from '../../../messages/vi';
import { tableOf } from '../../../open-data/files/rows';
import { writeWorkbook } from '../../../open-data/files/write-workbook.server';
import { writeCsv } from '../../../open-data/files/write';
import { statedText } from '../../../papers/official/figures';
import { spokenShare } from '../../announcement/spoken';
import { valueText } from '../tables/cell-text';
import { classWordsOf } from './colouring-text';
import { colourRows } from './coloured-rows';
import { readingText } from '../why/reading-text';
import type { UnitRow } from '../rows';

const language = { t: vi, format: createFormat('vi', vi) };
const households = 1_000_000;

/** Just below each bound, at it and just above: so many of a million households. */
const counts = [...classBounds.slice(1), 1].flatMap((bound) =>
	[-4, -40, -400, 0, 4, 400]
		.map((more) => Math.round(bound * households) + more)
		.filter((able) => able <= households),
);

const figures = (able: number): UnitFigures => ({
	unitId: able,
	basis: 'approved',
	able: Array<number>(9).fill(able),
	base: Array<number>(9).fill(households),
	receivedAt: '2026-10-20T00:00:00Z',
	approvedAt: '2026-10-21T00:00:00.000Z',
});

const rows = counts.map((able): UnitRow => ({
	unit: {
		...{ id: able, code: String(able), level: 'commune', kind: 'xa', name: 'Một', parentId: null },
		...{ validFrom: '2025-07-01', validTo: null, register: households, reportsRequired: 1 },
	},
	reading: readMeasure(figures(able), 'allFive', households),
	timeliness: 'onTime',
	...{ growth: 0, rank: 1, receivedAt: null, approvedAt: null },
}));

const sources = {
	measure: 'allFive',
	figures: new Map(counts.map((able) => [able, figures(able)])),
	earlier: new Map(counts.map((able) => [able, figures(able)])),
	...{ targets: new Map(), target: null, checked: new Map(), statuses: new Map() },
} as const;

/** The bounds of a class as the legend writes them: `Từ 60 đến dưới 80%` → 0.6 and 0.8. */
function boundsIn(name: string, isFirst: boolean): [from: number, to: number] {
	const numbers = [...name.matchAll(/\d+(?:,\d+)?/g)].map(([text]) => numberIn(text) / 100);
	const [one = 0, other = Infinity] = numbers;
	return isFirst ? [0, one] : [one, other];
}

const numberIn = (text: string) =>
	Number(/\d+(?:,\d+)?/.exec(text)?.[0]?.replace(',', '.') ?? Number.NaN);

/** The class that the map paints, by the words of the legend. */
const classes = new Map(
	[...colourRows(rows, { colouring: 'level', classing: 'fixed' }, sources).coloured].map(
		([able, { state }]) => {
			const { columns, nameOf } = coverageScale(language);
			return [able, boundsIn(nameOf(state), state === columns[0])] as const;
		},
	),
);

const published = tableOf(
	{ period: '2026-10', number: 1, approvedAt: '2026-11-02T03:00:00Z' },
	rows.map(({ unit }) => ({
		...{ id: unit.id, code: unit.code, kind: unit.kind, name: unit.name, parentCode: '24' },
		...{ validFrom: unit.validFrom, figures: figures(unit.id) },
	})),
);

/** Wherever a share is written: the unit's count → the number that stands there, 0–1. */
const written: Record<string, (row: UnitRow) => number> = {
	'on the card and in the list': ({ reading }) => numberIn(readingText(reading, language)) / 100,
	'in the table': ({ reading }) => numberIn(valueText(reading, language)) / 100,
	'in the ranking': ({ unit }) => numberIn(language.format.percentage(unit.id / households)) / 100,
	'in an official paper': ({ unit }) =>
		numberIn(statedText({ value: unit.id / households, qualifier: '=' }, true)) / 100,
	'in the open data': ({ unit }) =>
		Number(published.rows.find((row) => row.unit_code === unit.code)?.all_five_share),
};

describe('a number and its class', () => {
	it.each(Object.entries(written))('agree %s', (_, numberOf) => {
		for (const row of rows) {
			const [from, to] = classes.get(row.unit.id) ?? [];
			const number = numberOf(row);
			expect(number, row.unit.code).toBeGreaterThanOrEqual(from ?? NaN);
			expect(number, row.unit.code).toBeLessThan(to ?? NaN);
		}
	});

	it('agree in the files, which say the same', async () => {
		const csv = parse<Record<string, string>>(writeCsv(published), { columns: true, bom: true });
		const workbook = new ExcelJS.Workbook();
		await workbook.xlsx.load(new Uint8Array(await writeWorkbook(published)).buffer);
		const [sheet] = workbook.worksheets;
		const column = (sheet?.getRow(1).values as string[]).indexOf('all_five_share');
		expect(csv.map((row) => Number(row['all_five_share']))).toEqual(
			rows.map(written['in the open data'] ?? (() => NaN)),
		);
		expect(rows.map((_, index) => sheet?.getRow(index + 2).getCell(column).value)).toEqual(
			rows.map(written['in the open data'] ?? (() => NaN)),
		);
	});

	it('agree in the legend: each unit is counted where its number belongs', () => {
		const { coloured } = colourRows(rows, { colouring: 'level', classing: 'fixed' }, sources);
		const counted = countStates([...coloured.values()].map(({ state }) => state));
		const { columns, nameOf } = coverageScale(language);
		for (const [index, state] of columns.entries()) {
			const [from, to] = boundsIn(nameOf(state), index === 0);
			const within = rows.filter(({ reading }) => {
				const number = numberIn(readingText(reading, language)) / 100;
				return isClassState(state) && number >= from && number < to;
			});
			expect(countEntry(counted, state), nameOf(state)).toBe(within.length);
		}
	});

	it('agree where as many communes lie in each class', () => {
		const scheme = { colouring: 'level', classing: 'quantiles' } as const;
		const { coloured, classes: own } = colourRows(rows, scheme, sources);
		const words = classWordsOf(scheme, own, language);
		expect(words?.columns.length).toBeGreaterThan(2);
		for (const row of rows) {
			const number = numberIn(readingText(row.reading, language)) / 100;
			const place = words?.columns.indexOf(coloured.get(row.unit.id)?.state ?? 'none') ?? -1;
			const [from, to] = boundsIn(words?.names[place] ?? '', place === 0);
			expect(number, row.unit.code).toBeGreaterThanOrEqual(from);
			expect(number, row.unit.code).toBeLessThan(to);
		}
	});

	it('agree where coverage is seen together with its growth', () => {
		const scheme = { colouring: 'level', classing: 'bivariate' } as const;
		const { coloured } = colourRows(rows, scheme, sources);
		for (const row of rows) {
			const number = numberIn(readingText(row.reading, language)) / 100;
			const place = cellBounds.filter((bound) => number >= bound).length;
			expect(coloured.get(row.unit.id)?.state, row.unit.code).toBe(`cell${place}`);
		}
	});

	it('are read aloud as they are written', () => {
		for (const { unit, reading } of rows) {
			const number = numberIn(readingText(reading, language)) / 100;
			expect(spokenShare(unit.id / households)).toBe(spokenShare(number));
		}
	});
});
