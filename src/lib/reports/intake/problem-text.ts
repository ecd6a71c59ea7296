import type { Format } from '../../messages/format';
import type { EntryMessages } from '../../messages';
import { householdFields } from '../form/form';
import type { ReportProblem } from './checks';

/** A problem in the reader's words; rules that only programs can break get a general sentence. */
export function problemText(
	{ rule, field, numbers, place }: ReportProblem,
	t: EntryMessages['reportForm']['problems'],
	format: Format,
): string {
	const value = format.number(numbers?.['value'] ?? 0);
	const limit = format.number(numbers?.['limit'] ?? 0);
	const skill = householdFields.find((name) => rule === `allFiveAtMost.${name}`);
	if (skill) return t.allFiveAtMost(value, limit, skill);
	if (rule === 'aboveRegister')
		return t.aboveRegister(place ? format.unitName(place) : t.thisUnit, value, limit);
	if (rule === 'newerRevision') return t.newerRevision(limit);
	if (field.startsWith('explanations')) return t.explanation;
	if (field === 'reason' || rule === 'schema.min_length') return t.reason;
	switch (rule) {
		case 'atMostHouseholds':
		case 'ableAndAssistedAtMostHouseholds':
		case 'partsEqualTotal':
		case 'partsAtMostTotal':
		case 'fallNeedsReason':
			return t[rule](value, limit);
		case 'nothingReported':
		case 'periodNotBegun':
		case 'periodTooEarly':
		case 'unknownUnit':
		case 'communeEnded':
		case 'notYourUnit':
		case 'notAsked':
		case 'differsFromMonths':
		case 'notForReporter':
		case 'unsoundText':
		case 'locked':
			return t[rule];
		case 'schema.check':
			return t.valueMissing;
		case 'schema.number':
		case 'schema.integer':
		case 'schema.min_value':
		case 'schema.max_value':
			return t.wholeNumber;
		default:
			return t.other;
	}
}
