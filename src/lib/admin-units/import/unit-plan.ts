import type { UnitKind, UnitLevel } from '../../contracts/admin-units';
import { searchKey } from '../../contracts/text/search-key';
import type { ProblemSink } from './problem-sink';

/** One unit as a file states it. */
export interface UnitRow {
	line: number;
	code: string;
	level: UnitLevel;
	kind: UnitKind;
	name: string;
	parentCode: string | null;
	validFrom: string;
	validTo: string | null;
	/** Only named beside a unit that lies in it: made where there is no such unit yet. */
	implied: boolean;
}

/** A unit as it is stored, or will be. */
export interface UnitEntry {
	/** Null until it is stored. */
	id: number | null;
	code: string;
	level: UnitLevel;
	kind: UnitKind;
	name: string;
	parentCode: string | null;
	/** Set for new units only. */
	parent: UnitEntry | null;
	validFrom: string;
	validTo: string | null;
}

export interface UnitPlan {
	added: UnitEntry[];
	/** Stored units that end now; `validTo` is the new end. */
	closed: UnitEntry[];
	unchanged: number;
}

const country: UnitRow = {
	line: 0,
	code: 'VN',
	level: 'country',
	kind: 'quocGia',
	name: 'Việt Nam',
	parentCode: null,
	validFrom: '1945-09-02',
	validTo: null,
	implied: true,
};

const parentLevels: Record<UnitLevel, readonly UnitLevel[]> = {
	country: [],
	province: ['country'],
	district: ['province'],
	commune: ['district', 'province'],
	village: ['commune'],
	organisation: ['province', 'district', 'commune'],
};

/** What has to be stored so that every row of the file holds; pure. Problems are added to the list. */
export function planUnits(
	rows: readonly UnitRow[],
	stored: readonly UnitEntry[],
	problems: ProblemSink,
): UnitPlan {
	const bearers = new Map<string, UnitEntry[]>();
	for (const entry of stored) bearersOf(bearers, entry.code).push({ ...entry });
	const lines = new Map<UnitEntry, number>();
	const closed = new Set<UnitEntry>();
	let unchanged = 0;
	const explicitFirst = [
		...rows.filter((row) => !row.implied),
		...rows.filter((row) => row.implied),
	];
	for (const row of [...explicitFirst, country]) {
		const ofCode = bearersOf(bearers, row.code);
		if (
			row === country
				? ofCode.length > 0
				: row.implied && ofCode.some((entry) => isSameUnit(entry, row))
		)
			continue;
		const twin = ofCode.find((entry) => entry.validFrom === row.validFrom);
		const twinLine = twin && lines.get(twin);
		if (twinLine !== undefined)
			problems.add(
				`line ${row.line}`,
				'duplicateCode',
				`code ${row.code} from ${row.validFrom} is on line ${twinLine} already`,
			);
		else if (twin) {
			lines.set(twin, row.line);
			if (compare(twin, row, problems) === 'ends') closed.add(twin);
			else unchanged += 1;
		} else {
			const entry: UnitEntry = { id: null, parent: null, ...pick(row) };
			ofCode.push(entry);
			lines.set(entry, row.line);
		}
	}
	for (const entries of bearers.values()) orderBearers(entries, lines, closed, problems);
	const added = [...bearers.values()].flat().filter((entry) => entry.id === null);
	for (const entry of added) setParent(entry, bearers, lines, problems);
	return { added, closed: [...closed], unchanged };
}

function bearersOf(bearers: Map<string, UnitEntry[]>, code: string): UnitEntry[] {
	const ofCode = bearers.get(code);
	if (ofCode) return ofCode;
	const none: UnitEntry[] = [];
	bearers.set(code, none);
	return none;
}

const holdsOn = (entry: UnitEntry, day: string) =>
	entry.validFrom <= day && (entry.validTo === null || entry.validTo > day);

const isSameUnit = (entry: UnitEntry, row: UnitRow) =>
	holdsOn(entry, row.validFrom) &&
	entry.kind === row.kind &&
	searchKey(entry.name) === searchKey(row.name);

const pick = ({ code, level, kind, name, parentCode, validFrom, validTo }: UnitRow) => ({
	code,
	level,
	kind,
	name,
	parentCode,
	validFrom,
	validTo,
});

/** An end may be added to an open unit; everything else that is stored stays as it is. */
function compare(entry: UnitEntry, row: UnitRow, problems: ProblemSink): 'same' | 'ends' {
	const different = (['level', 'kind', 'name', 'parentCode'] as const).filter(
		(field) => entry[field] !== row[field],
	);
	if (row.validTo !== null && entry.validTo !== null && row.validTo !== entry.validTo)
		problems.add(
			`line ${row.line}`,
			'overwrite',
			`${row.code} already ends on ${entry.validTo}, not on ${row.validTo}`,
		);
	for (const field of different)
		problems.add(
			`line ${row.line}`,
			'overwrite',
			`${row.code} from ${row.validFrom} is stored with ${field} ${entry[field]}, not ${row[field]}; nothing is overwritten: give what is new its own valid_from`,
		);
	if (different.length > 0 || row.validTo === null || entry.validTo !== null) return 'same';
	entry.validTo = row.validTo;
	return 'ends';
}

/** Puts the bearers of one code in a row: each ends at the latest when the next begins. */
function orderBearers(
	entries: UnitEntry[],
	lines: ReadonlyMap<UnitEntry, number>,
	closed: Set<UnitEntry>,
	problems: ProblemSink,
): void {
	entries.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
	for (const [index, entry] of entries.entries()) {
		const next = entries[index + 1];
		if (!next) continue;
		if (entry.validTo === null) {
			entry.validTo = next.validFrom;
			if (entry.id !== null) closed.add(entry);
		} else if (entry.validTo > next.validFrom)
			problems.add(
				`line ${lines.get(next) ?? lines.get(entry)}`,
				'overlap',
				`code ${entry.code} would be borne twice: ${entry.name} until ${entry.validTo}, ${next.name} from ${next.validFrom}`,
			);
	}
}

function setParent(
	entry: UnitEntry,
	bearers: ReadonlyMap<string, UnitEntry[]>,
	lines: ReadonlyMap<UnitEntry, number>,
	problems: ProblemSink,
): void {
	if (entry.parentCode === null) return;
	const place = `line ${lines.get(entry)}`;
	const ofCode = bearers.get(entry.parentCode) ?? [];
	const parent = ofCode.find((candidate) => holdsOn(candidate, entry.validFrom));
	if (!parent)
		problems.add(
			place,
			'unknownParent',
			ofCode.length === 0
				? `there is no unit ${entry.parentCode} in which ${entry.code} could lie; import it first`
				: `unit ${entry.parentCode}, in which ${entry.code} lies, does not exist on ${entry.validFrom}`,
		);
	else if (!parentLevels[entry.level].includes(parent.level))
		problems.add(
			place,
			'parentLevel',
			`${entry.code} is a ${entry.level} and cannot lie in ${parent.code}, a ${parent.level}`,
		);
	else entry.parent = parent;
}
