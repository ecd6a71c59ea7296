import { setImmediate as pause } from 'node:timers/promises';
import type { Actor } from '../../contracts/accounts';
import type { RowState } from '../../contracts/papers';
import type { ReportWarning } from '../../contracts/reports';
import { isCumulative } from '../../indicators/rules.server';
import type { Database } from '../../server/db/client';
import { inTurns } from '../../server/in-turns';
import type { ReportProblem } from './checks';
import { warningText } from '../form/form-text';
import { parseReport } from './parse-report';
import { problemText } from './problem-text';
import { findPeriods } from '../periods/periods.server';
import { readReported, type ReportContents, type ReportedUnit } from '../status/reported.server';
import type { ReportInput } from '../schemas';
import { submitReports, type SubmitResult } from './submit.server';
import { readWarningFacts } from './warning-facts.server';
import { warnOf, type WarningFacts } from './warnings';

export { problemText, warningText };

/** What a report would do to what is stored. */
export interface ReportPreview {
	state: RowState;
	problems: ReportProblem[];
	/** What looks odd, unless it is stored already. */
	warnings: ReportWarning[];
	/** The newest revision at this moment, 0 for none: what `basedOn` asks for. */
	revision: number;
}

/**
 * Checks a batch as `submitReports` would, and compares it with what is stored, without storing.
 * @param inputs not yet parsed; answered one by one, in order.
 */
export async function previewReports(
	database: Database,
	actor: Actor,
	inputs: readonly unknown[],
	now: Date,
): Promise<ReportPreview[]> {
	const results = await submitReports(database, actor, inputs, {
		channel: 'file',
		now,
		onlyCheck: true,
	});
	const parsed = await inTurns(inputs, (input) => parseReport(input).input);
	const stored = await readStored(database, actor, parsed);
	const previews = await inTurns(results, (result, index) => {
		const input = parsed[index];
		const place = input && stored.get(keyOf(input));
		return { input, place, preview: compare(input, result, place?.unit) };
	});
	const facts = await readFacts(
		database,
		previews.flatMap(({ preview, place }) => (place && preview.state !== 'same' ? [place] : [])),
	);
	return inTurns(previews, ({ input, place, preview }) => {
		const compared = place && facts.get(`${place.unit.id}:${place.periodId}`);
		if (!input || !compared) return { ...preview, warnings: [] };
		return { ...preview, warnings: warnOf(input, compared, isCumulative) };
	});
}

function compare(
	input: ReportInput | undefined,
	result: SubmitResult,
	unit: ReportedUnit | undefined,
): Omit<ReportPreview, 'warnings'> {
	const revision = unit?.revision ?? 0;
	const problems = result.status === 'rejected' ? result.problems : [];
	const isKept = input && unit?.contents && isSame(input, unit.contents);
	// A fall that was explained when it was reported needs no word again.
	if (isKept && problems.every(({ rule }) => rule === 'fallNeedsReason'))
		return { state: 'same', problems: [], revision };
	if (problems.length > 0) return { state: 'wrong', problems, revision };
	return { state: unit?.contents ? 'changed' : 'new', problems, revision };
}

/** So many reports are compared with their past before everybody else has a turn. */
const reportsAtOnce = 200;

async function readFacts(
	database: Database,
	units: readonly StoredUnit[],
): Promise<Map<string, WarningFacts>> {
	const facts = new Map<string, WarningFacts>();
	for (let from = 0; from < units.length; from += reportsAtOnce) {
		const keys = units
			.slice(from, from + reportsAtOnce)
			.map(({ unit, periodId }) => ({ unitId: unit.id, periodId }));
		for (const [name, own] of await readWarningFacts(database, keys)) facts.set(name, own);
		await pause();
	}
	return facts;
}

const keyOf = ({ unit, period }: Pick<ReportInput, 'unit' | 'period'>) => `${unit}@${period}`;

interface StoredUnit {
	unit: ReportedUnit;
	periodId: number;
}

/** The units that the inputs are about, by `code@period`. */
async function readStored(
	database: Database,
	actor: Actor,
	inputs: readonly (ReportInput | undefined)[],
): Promise<Map<string, StoredUnit>> {
	const codes = [...new Set(inputs.flatMap((input) => (input ? [input.period] : [])))];
	const wanted = new Set(inputs.flatMap((input) => (input ? [keyOf(input)] : [])));
	const stored = new Map<string, StoredUnit>();
	for (const period of (await findPeriods(database, codes, null)).values()) {
		const units = await readReported(database, actor, period, {
			roles: ['reporter', 'administrator'],
			levels: ['province', 'district', 'commune', 'village', 'organisation'],
			below: undefined,
		});
		for (const unit of units) {
			const key = keyOf({ unit: unit.code, period: period.code });
			if (wanted.has(key)) stored.set(key, { unit, periodId: period.id });
		}
	}
	return stored;
}

/** The figures alone: a reason belongs to a change, and there is none. */
function isSame(input: ReportInput, contents: ReportContents): boolean {
	const skills = Object.entries(contents.householdSkills);
	const given = new Map<string, number | null>(Object.entries(input.householdSkills ?? {}));
	if (skills.some(([name, value]) => (given.get(name) ?? null) !== value)) return false;
	const values = new Map(contents.values.map((value) => [value.indicator, value]));
	return (
		input.values.length === values.size &&
		input.values.every(({ indicator, status, value, qualifier }) => {
			const before = values.get(indicator);
			return before?.status === status && before.value === value && before.qualifier === qualifier;
		})
	);
}
