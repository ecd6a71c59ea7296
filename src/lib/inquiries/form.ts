import { wholeNumber } from '../contracts/text/address';
import type { AnswerValues, Question } from '../contracts/inquiries';
import { typedDecimal } from '../contracts/text/typed-text';

/** What the visitor typed, by field name, to fill the form again. */
export type Entered = Record<string, string>;

const deadlineOf = (entered: Entered) => ({
	dueOn: entered['dueOn'] ?? '',
	// "Before day 28" is before it begins.
	dueTime: entered['dueTime'] ? entered['dueTime'] : '00:00',
});

/** The form's fields as an inquiry that `drawUpInquiry` parses. */
export const inquiryFromForm = (entered: Entered): unknown => ({
	// A browser leaves a choice out that nobody made.
	...{ template: '', level: '' },
	...entered,
	...deadlineOf(entered),
	unitId: wholeNumber(entered['unitId']),
});

/** The form's fields as `changeInquiry` parses them. @param units the boxes that are ticked. */
export const changeFromForm = (entered: Entered, units: readonly string[]): unknown => ({
	...{ level: '' },
	...entered,
	...deadlineOf(entered),
	unitIds: [...new Set(units)].map(wholeNumber),
});

export const extensionFromForm = (entered: Entered): unknown => ({
	...entered,
	...deadlineOf(entered),
});

/** The form's fields as a question; options stand one on a line. */
export const questionFromForm = (entered: Entered): unknown => ({
	...{ kind: '', label: '', explanation: '', unit: '' },
	...entered,
	required: entered['required'] === 'on',
	summed: entered['summed'] === 'on',
	several: entered['several'] === 'on',
	least: typedDecimal(entered['least'] ?? ''),
	most: typedDecimal(entered['most'] ?? ''),
	options: (entered['options'] ?? '')
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean),
});

/** What was typed as an answer, files aside; what is no number stays text, for the checks to refuse. */
export function answersFromForm(
	questions: readonly Question[],
	valuesOf: (name: string) => string[],
): AnswerValues {
	const given = questions.flatMap(({ key, kind }): [string, AnswerValues[string]][] => {
		if (kind === 'file') return [];
		const values = valuesOf(key);
		if (kind === 'choice') return values.length === 0 ? [] : [[key, values]];
		const text = (values[0] ?? '').trim();
		if (text === '') return [];
		const value = kind === 'number' ? typedDecimal(text) : text;
		return value === null ? [] : [[key, value]];
	});
	return Object.fromEntries(given);
}
