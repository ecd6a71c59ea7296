import { candidateKinds } from '../../contracts/awards/candidates';
import { wholeNumber } from '../../contracts/text/address';
import { typedDecimal } from '../../contracts/text/typed-text';

/** What the visitor typed, by field name, to fill the form again. */
export type Entered = Record<string, string>;

/** The form's fields as `openSeason` parses them: a kind whose quota is left empty has no category. */
export const seasonFromForm = (entered: Entered): unknown => ({
	...{ name: '', basis: '', countsFrom: '', countsUntil: '' },
	...entered,
	unitId: wholeNumber(entered['unitId']),
	year: wholeNumber(entered['year']),
	categories: candidateKinds
		.filter((kind) => (entered[`quota-${kind}`] ?? '').trim() !== '')
		.map((kind) => ({
			kind,
			name: entered[`name-${kind}`] ?? '',
			quota: typedDecimal(entered[`quota-${kind}`] ?? ''),
		})),
});

/** The form's fields as `changeSetting` parses them. */
export const settingFromForm = (entered: Entered): unknown => ({
	...{ key: '', basis: '', reason: '' },
	...entered,
	value: typedDecimal(entered['value'] ?? ''),
});
