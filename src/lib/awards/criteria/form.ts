import { criterionCodes } from '../../contracts/awards/criteria';
import { typedDecimal } from '../../contracts/text/typed-text';

/** What the visitor typed, by field name, to fill the form again. */
export type Entered = Record<string, string>;

/** The form's fields as `tryCriteria` parses them: a criterion whose weight is 0 or empty isn't counted. */
export const criteriaFromForm = (entered: Entered): unknown =>
	criterionCodes
		.filter((criterion) => !/^0*$/.test((entered[`weight-${criterion}`] ?? '').trim()))
		.map((criterion) => ({
			criterion,
			weight: typedDecimal(entered[`weight-${criterion}`] ?? ''),
			worst: typedDecimal(entered[`worst-${criterion}`] ?? ''),
			best: typedDecimal(entered[`best-${criterion}`] ?? ''),
			missing: entered[`missing-${criterion}`] === 'apart' ? 'apart' : 'leaveOut',
		}));
