import type { UnitKind } from '../../contracts/admin-units';
import { canonicalJson, sha256 } from '../../contracts/text/canonical-json';
import { measures, type UnitFigures } from '../../contracts/coverage';
import { shownShare } from '../../contracts/numbers/shown-share';
import { columnsOf, notAvailable, suppressed, type ColumnName } from './columns';

type Cell = string | number;
export type Row = Record<ColumnName, Cell | boolean>;

/** A unit as it was published. */
export interface Published {
	id: number;
	code: string;
	kind: UnitKind;
	name: string;
	parentCode: string;
	validFrom: string;
	figures: UnitFigures;
}

export interface Edition {
	/** `2026-10`. */
	period: string;
	/** The change number. */
	number: number;
	/** ISO instant. */
	approvedAt: string;
}

/** Rows of one edition with what every file of it says about itself. */
export interface Table {
	manifest: Manifest;
	rows: Row[];
}

export interface Manifest {
	period: string;
	changeNumber: number;
	approvedAt: string;
	rows: number;
	/** Of the rows as canonical JSON (RFC 8785): the same for every format. */
	sha256: string;
	license: string;
	suppressed: string;
	notAvailable: string;
}

export const license = 'CC-BY-4.0';

export function tableOf(edition: Edition, units: readonly Published[]): Table {
	const rows = units.map((unit) => rowOf(edition, unit));
	return {
		manifest: {
			period: edition.period,
			changeNumber: edition.number,
			approvedAt: edition.approvedAt,
			rows: rows.length,
			sha256: sha256(canonicalJson(rows)),
			...{ license, suppressed, notAvailable },
		},
		rows,
	};
}

function rowOf({ period, number, approvedAt }: Edition, unit: Published): Row {
	const { figures } = unit;
	return {
		...{ period, change_number: number, unit_code: unit.code, unit_valid_from: unit.validFrom },
		...{ unit_kind: unit.kind, unit_name: unit.name, parent_code: unit.parentCode },
		own_report: figures.ownReport === true,
		approved_at: seconds(figures.approvedAt ?? approvedAt),
		...countsOf(figures),
	};
}

type CountColumns = Record<ReturnType<typeof columnsOf>['able' | 'households' | 'share'], Cell>;

function countsOf(figures: UnitFigures): CountColumns {
	const cells = measures.flatMap((measure, index): [string, Cell][] => {
		const { able, households, share } = columnsOf(measure);
		const base = figures.base[index] ?? 0;
		if (base === 0) return [able, households, share].map((column) => [column, notAvailable]);
		const count = figures.able[index] ?? suppressed;
		return [
			[able, count],
			[households, base],
			[share, typeof count === 'number' ? shownShare(count / base, 10_000) : suppressed],
		];
	});
	// `columnsOf` names each column of each measure.
	return Object.fromEntries(cells) as CountColumns;
}

/** `2026-11-02T03:00:00Z`. */
const seconds = (moment: string) => moment.replace(/\.\d+Z$/, 'Z');
