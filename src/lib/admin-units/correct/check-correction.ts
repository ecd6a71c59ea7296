import type { Unit } from '../../contracts/admin-units';
import { isDay } from '../../contracts/local-time';
import { isKindOf, wordOf } from '../kinds';
import { findSpellingFault } from '../import/spelling';
import type { CorrectableField, Correction } from './correction';
import { contradictingKind } from '../import/unit-checks';

interface Fault {
	field: string;
	rule: string;
	message: string;
}

/** What is wrong with a correction in itself; pure. */
export function checkCorrection(
	unit: Unit,
	{ name, kind, validTo, place }: Correction,
	fields: readonly CorrectableField[],
): Fault[] {
	const faults: Fault[] = [];
	const add = (field: CorrectableField, rule: string, message: string) =>
		faults.push({ field: place ?? field, rule, message });
	if (fields.includes('name')) {
		const fault = findSpellingFault(name);
		if (name.trim() === '') add('name', 'missingName', `${unit.code} would have no name`);
		else if (fault) add('name', fault.rule, fault.message);
	}
	if (!isKindOf(kind, unit.level))
		add('kind', 'kind', `${unit.code} is a ${unit.level} and can't be a ${wordOf(kind)}`);
	const named = contradictingKind(kind, name);
	if (named)
		add('name', 'kindConflict', `"${name}" begins with ${wordOf(named)}, but is a ${wordOf(kind)}`);
	if (validTo !== null && !isDay(validTo))
		add('validTo', 'date', `${validTo} is no day, YYYY-MM-DD`);
	else if (validTo !== null && validTo <= unit.validFrom)
		add(
			'validTo',
			'validSpan',
			`${unit.code} begins on ${unit.validFrom} and can't end on ${validTo}`,
		);
	return faults;
}
