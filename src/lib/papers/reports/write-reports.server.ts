import { unitByCode } from '../../admin-units/home.server';
import type { Actor } from '../../contracts/accounts';
import type { UnitLevel } from '../../contracts/admin-units';
import type { Database } from '../../server/db/client';
import { InvalidError, NotFoundError } from '../../server/errors';
import type { Period } from '../../contracts/reports';
import { readAskers } from '../../reports/intake/intake-context.server';
import { periodByCode } from '../../reports/periods/periods.server';
import {
	readReported,
	type ReportedScope,
	type ReportedUnit,
} from '../../reports/status/reported.server';
import { mediaTypes, type PaperFile } from './marked-copy.server';
import { writeReportsCsv } from './write-csv.server';
import { writeForm } from './write-form.server';

/** A form to fill in, or what was reported, as a workbook or as CSV. */
export const reportFiles = ['form', 'xlsx', 'csv'] as const;
export type ReportFile = (typeof reportFiles)[number];

/** One workbook holds a whole province's villages, not the country's. */
const mostUnits = 3000;

export interface WantedFile {
	file: ReportFile;
	/** Its code, `2026-10`. */
	period: string;
	/** Code of a unit: only it and what is below it. */
	unit: string | undefined;
	/** None: villages and communes together. */
	levels: readonly UnitLevel[];
}

/**
 * A file of the units that the actor reports or decides for.
 * @throws NotFoundError for an unknown unit or period, or when no unit is in reach; InvalidError for
 * too many of them.
 */
export async function writeReports(
	database: Database,
	actor: Actor,
	{ file, period: code, unit, levels }: WantedFile,
): Promise<PaperFile> {
	const period = await periodByCode(database, code, null);
	const below = unit === undefined ? undefined : await unitByCode(database, unit, period.endsOn);
	if (unit !== undefined && !below) throw new NotFoundError(`There is no unit ${unit}.`);
	const reported = await readAsked(database, actor, period, {
		roles:
			file === 'form' ? ['reporter', 'administrator'] : ['reporter', 'approver', 'administrator'],
		levels: levels.length > 0 ? levels : ['commune', 'village'],
		below: below?.id,
	});
	const units = file === 'form' ? reported : reported.filter(({ contents }) => contents !== null);
	if (reported.length === 0) throw new NotFoundError('No unit in reach reports for this period.');
	if (units.length > mostUnits)
		throw new InvalidError([
			{ field: 'unit', rule: 'tooManyUnits', message: `${units.length} units in one file` },
		]);
	const name = `${file === 'form' ? 'bieu' : 'bao-cao'}-${period.code}${unit === undefined ? '' : `-${unit}`}${suffixOf(levels)}`;
	if (file === 'csv') {
		const content = new TextEncoder().encode(writeReportsCsv(period.code, units));
		return { name: `${name}.csv`, content, mediaType: mediaTypes.csv };
	}
	// The reason belongs to what was reported: whoever changes a figure gives their own.
	const shown = file === 'form' ? units.map(withoutReason) : units;
	const content = await writeForm(period, shown);
	return { name: `${name}.xlsx`, content, mediaType: mediaTypes.xlsx };
}

const suffixOf = (levels: readonly UnitLevel[]) => {
	if (levels.includes('organisation')) return '-co-quan';
	return levels.includes('province') ? '-huyen-tinh' : '';
};

/** What was reported by those whom the period is asked of: an ad hoc one by those below one unit alone. */
async function readAsked(
	database: Database,
	actor: Actor,
	period: Period,
	scope: ReportedScope,
): Promise<ReportedUnit[]> {
	const reported = await readReported(database, actor, period, scope);
	const asker = (await readAskers(database, [period])).get(period.id);
	if (asker === undefined) return reported;
	const asked = await readReported(database, actor, period, { ...scope, below: asker });
	const ids = new Set(asked.map(({ id }) => id));
	return reported.filter(({ id }) => ids.has(id));
}

const withoutReason = (unit: ReportedUnit): ReportedUnit => ({
	...unit,
	contents: unit.contents && { ...unit.contents, reason: null },
});
