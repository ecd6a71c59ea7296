import { wholeNumber } from '../../contracts/text/address';
import type { Entered } from '../form';

/** As many findings as the form has rows for. */
export const findingRows = 5;

/** The form's fields as a look that `recordInspection` parses; rows without a word count for nothing. */
export const inspectionFromForm = (entered: Entered): unknown => ({
	...entered,
	unitId: wholeNumber(entered['unitId']),
	findings: Array.from({ length: findingRows }, (_, row) => ({
		what: entered[`findings.${row}.what`] ?? '',
		mendBy: entered[`findings.${row}.mendBy`] ?? '',
	})).filter(({ what, mendBy }) => what.trim() !== '' || mendBy !== ''),
});

export const findingFromForm = (entered: Entered): unknown => ({
	...entered,
	findingId: wholeNumber(entered['findingId']),
});
