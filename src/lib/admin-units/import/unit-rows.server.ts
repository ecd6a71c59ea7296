import type { UnitLevel } from '../../contracts/admin-units';
import { levelOf, parseKind, splitName } from '../kinds';
import { searchKey } from '../names';
import { readDay } from './days';
import type { ProblemSink } from './problem-sink';
import { isMisread } from './spelling';
import { readTable, type HeaderMap, type TableRow } from './table.server';
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

/** Units of a file and, before them, the provinces and districts that only its columns name. */
export async function readUnitRows(
	path: string,
	options: UnitOptions,
	problems: ProblemSink,
): Promise<UnitRow[]> {
	const table = await readTable(path, headers, ['code', 'name'], options.map ?? {}, problems);
	if (!table.has('valid_from') && !options.validFrom)
		problems.add(
			'header',
			'missingColumn',
			'there is no column valid_from: say since when these units are valid, --valid-from YYYY-MM-DD',
		);
	const implied = new Map<string, UnitRow>();
	const rows: UnitRow[] = [];
	// "Phường Đúc" is the whole name of a phường: a kind is part of the names only where all have it.
	const fullNames = table.rows.every(
		({ cells }) => cells.kind === '' || splitName(cells.name).kind === parseKind(cells.kind),
	);
	for (const row of table.rows) {
		const unit = readUnit(row, fullNames, options, problems);
		if (!unit) continue;
		rows.push(unit);
		for (const above of unitsAbove(row, unit, problems)) {
			const key = `${above.code} ${searchKey(above.name)}`;
			const known = implied.get(key);
			if (!known || above.validFrom < known.validFrom) implied.set(key, above);
		}
	}
	const listed = new Set(rows.map((row) => row.code));
	return [...[...implied.values()].filter(({ code }) => !listed.has(code)), ...rows];
}

function readUnit(
	{ line, cells }: Row,
	fullNames: boolean,
	options: UnitOptions,
	problems: ProblemSink,
): UnitRow | undefined {
	const place = `line ${line}`;
	const split = splitName(cells.name);
	const kind = cells.kind === '' ? split.kind : parseKind(cells.kind);
	const named = checkName(cells.name, problems, place);
	const validFrom = readDay(cells.valid_from, options.validFrom, problems, place);
	const validTo = readDay(cells.valid_to, options.validTo, problems, place) ?? null;
	if (validFrom && validTo && validTo <= validFrom)
		problems.add(place, 'validSpan', `valid_to ${validTo} is not after valid_from ${validFrom}`);
	if (!kind)
		problems.add(
			place,
			'kind',
			cells.kind === ''
				? 'has no kind (Tỉnh, Thành phố, Huyện, Xã, Phường, Thôn …)'
				: `${cells.kind} is no kind of unit (Tỉnh, Thành phố, Huyện, Xã, Phường, Thôn …)`,
		);
	if (cells.code === '') problems.add(place, 'missingCode', 'has no code');
	if (!kind || cells.code === '') return undefined;
	const level = levelOf(kind, cells.code);
	const coded = checkCode(cells.code, level, problems, place);
	const parentCode = parentCodeOf(level, cells);
	if (parentCode === '')
		problems.add(place, 'missingParent', `does not say in which unit ${cells.code} lies`);
	if (!coded || !named || !validFrom || parentCode === '') return undefined;
	const whole = cells.name.normalize('NFC').replace(/\s+/gu, ' ');
	const name = fullNames && split.kind === kind ? split.name : whole;
	return {
		line,
		code: cells.code,
		level,
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
		const { kind = level === 'province' ? 'tinh' : 'huyen', name } = splitName(full);
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

function checkName(name: string, problems: ProblemSink, place: string): boolean {
	if (name === '') problems.add(place, 'missingName', 'has no name');
	else if (isMisread(name))
		problems.add(
			place,
			'misread',
			`"${name}" was read in a wrong encoding somewhere; take the original file and save it as UTF-8`,
		);
	else return true;
	return false;
}

const codeShapes: Partial<Record<UnitLevel, { pattern: RegExp; text: string }>> = {
	country: { pattern: /^VN$/, text: 'VN' },
	province: { pattern: /^\d{2}$/, text: '2 digits' },
	district: { pattern: /^\d{3}$/, text: '3 digits' },
	commune: { pattern: /^\d{5}$/, text: '5 digits' },
};

function checkCode(code: string, level: UnitLevel, problems: ProblemSink, place: string): boolean {
	const shape = codeShapes[level];
	if (!shape || shape.pattern.test(code)) return true;
	problems.add(
		place,
		'code',
		`code ${code} of a ${level} should be ${shape.text} (did a spreadsheet drop leading zeros?)`,
	);
	return false;
}
