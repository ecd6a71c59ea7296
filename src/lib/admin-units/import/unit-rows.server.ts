import type { UnitLevel } from '../../contracts/admin-units';
import { levelOf, parseKind, splitName } from '../kinds';
import { searchKey } from '../../contracts/text/search-key';
import { readDay } from './days';
import type { ProblemSink } from './problem-sink';
import { areInCapitals, inTitleCase } from './spelling';
import { readTable, type HeaderMap, type TableRow } from './table.server';
import { checkCode, checkKind, checkName, isTotal } from './unit-checks';
import type { UnitRow } from './unit-plan';

export interface UnitOptions {
	map?: HeaderMap | undefined;
	/** For lines without dates, `YYYY-MM-DD`; `validTo` is exclusive. */
	validFrom?: string | undefined;
	validTo?: string | undefined;
}

const headers = {
	code: ['code'],
	name: ['name', 'full_name'],
	kind: ['kind', 'type'],
	parent: ['parent', 'parent_code'],
	valid_from: ['valid_from'],
	valid_to: ['valid_to'],
	district_code: ['district_code'],
	district_name: ['district_name'],
	province_code: ['province_code'],
	province_name: ['province_name'],
} as const;
type Row = TableRow<keyof typeof headers>;

export interface UnitFile {
	/** Units of the file and, before them, the provinces and districts that only its columns name. */
	rows: UnitRow[];
	/** What was read otherwise than it stands there. */
	notes: string[];
}

export async function readUnitRows(
	path: string,
	options: UnitOptions,
	problems: ProblemSink,
): Promise<UnitFile> {
	const table = await readTable(path, headers, ['code', 'name'], options.map ?? {}, problems);
	if (!table.has('valid_from') && !options.validFrom)
		problems.add(
			'header',
			'missingColumn',
			'there is no column valid_from: say since when these units are valid, --valid-from YYYY-MM-DD',
		);
	const implied = new Map<string, UnitRow>();
	const rows: UnitRow[] = [];
	const totals = table.rows.filter(({ cells }) => isTotal(cells));
	const stated = table.rows.filter((row) => !totals.includes(row));
	const capitals = areInCapitals(stated.map(({ cells }) => cells.name));
	const listed = capitals ? stated.map(withoutCapitals) : stated;
	const fullNames = haveKinds(listed);
	for (const row of listed) {
		const unit = readUnit(row, fullNames, options, problems);
		if (!unit) continue;
		rows.push(unit);
		for (const above of unitsAbove(row, unit, problems)) {
			const key = `${above.code} ${searchKey(above.name)}`;
			const earlier = implied.get(key);
			if (!earlier || above.validFrom < earlier.validFrom) implied.set(key, above);
		}
	}
	const codes = new Set(rows.map((row) => row.code));
	return {
		rows: [...[...implied.values()].filter(({ code }) => !codes.has(code)), ...rows],
		notes: [
			...totals.map(({ line, cells }) => `Line ${line} is a total and no unit: ${cells.name}`),
			...(capitals && rows[0]
				? [
						`The names were in capitals and are stored like this: ${rows[0].name}. Correct those that are spelt otherwise with "units correct".`,
					]
				: []),
		],
	};
}

/** "Phường Đúc" is the whole name of a phường: a kind is part of the names only where all have it. */
const haveKinds = (rows: readonly Row[]): boolean =>
	rows.every(({ cells }) => {
		const kind = parseKind(cells.kind);
		if (cells.kind === '' || (kind && ['province', 'district'].includes(levelOf(kind, cells.code))))
			return true;
		return splitName(cells.name).kind === kind;
	});

function withoutCapitals(row: Row): Row {
	const { name, province_name, district_name } = row.cells;
	return {
		...row,
		cells: {
			...row.cells,
			name: inTitleCase(name),
			province_name: inTitleCase(province_name),
			district_name: inTitleCase(district_name),
		},
	};
}

function readUnit(
	{ line, cells }: Row,
	fullNames: boolean,
	options: UnitOptions,
	problems: ProblemSink,
): UnitRow | undefined {
	const place = `line ${line}`;
	const stated = parseKind(cells.kind);
	const level = stated && levelOf(stated, cells.code);
	const split = splitName(cells.name, level);
	const kind = cells.kind === '' ? split.kind : stated;
	const named = checkName(cells.name, problems, place);
	const validFrom = readDay(cells.valid_from, options.validFrom, problems, place);
	const validTo = readDay(cells.valid_to, options.validTo, problems, place) ?? null;
	if (validFrom && validTo && validTo <= validFrom)
		problems.add(place, 'validSpan', `valid_to ${validTo} is not after valid_from ${validFrom}`);
	checkKind(cells.kind, kind, cells.name, problems, place);
	if (cells.code === '') problems.add(place, 'missingCode', 'has no code');
	if (!kind || cells.code === '') return undefined;
	const ownLevel = levelOf(kind, cells.code);
	const coded = checkCode(cells.code, ownLevel, problems, place);
	const parentCode = parentCodeOf(ownLevel, cells);
	if (parentCode === '')
		problems.add(place, 'missingParent', `does not say in which unit ${cells.code} lies`);
	if (!coded || !named || !validFrom || parentCode === '') return undefined;
	// No province and no district begins with its kind; the name of a phường can.
	const bare = fullNames || ownLevel === 'province' || ownLevel === 'district';
	const name = bare && split.kind === kind ? split.name : cells.name.replace(/\s+/gu, ' ');
	return {
		line,
		code: cells.code,
		level: ownLevel,
		kind,
		name,
		parentCode,
		validFrom,
		validTo,
		implied: false,
	};
}

/** Empty where one is needed and none is given. */
function parentCodeOf(level: UnitLevel, cells: Row['cells']): string | null {
	if (level === 'country') return null;
	if (cells.parent !== '') return cells.parent;
	if (level === 'province') return 'VN';
	if (level === 'district') return cells.province_code;
	return level === 'commune' ? cells.district_code || cells.province_code : '';
}

function unitsAbove({ line, cells }: Row, unit: UnitRow, problems: ProblemSink): UnitRow[] {
	const place = `line ${line}`;
	const above = (
		level: 'province' | 'district',
		code: string,
		full: string,
		parentCode: string,
	): UnitRow[] => {
		if (level === unit.level || code === '' || full === '') return [];
		const { kind = level === 'province' ? 'tinh' : 'huyen', name } = splitName(full, level);
		const sound = checkName(full, problems, place);
		if (!checkCode(code, level, problems, place) || !sound) return [];
		const { validFrom } = unit;
		return [{ line, code, level, kind, name, parentCode, validFrom, validTo: null, implied: true }];
	};
	if (unit.level !== 'commune' && unit.level !== 'district') return [];
	return [
		...above('province', cells.province_code, cells.province_name, 'VN'),
		...above('district', cells.district_code, cells.district_name, cells.province_code),
	];
}
