import { wholeNumber } from '../contracts/text/address';
import { digitalSkills } from '../contracts/teams/teams';

export type Entered = Record<string, string>;

/** The form's fields as `writePractice` and `rewritePractice` parse them; no skill means all of them. */
export const practiceFromForm = (entered: Entered): unknown => ({
	...entered,
	unitId: wholeNumber(entered['unitId']),
	skill: digitalSkills.find((skill) => String(skill) === entered['skill']) ?? null,
});

export const reviewFromForm = (entered: Entered): unknown => ({
	decision: entered['decision'],
	comment: entered['comment'] ?? '',
	namesNobody: entered['namesNobody'] === 'yes',
});

export const photoFromForm = (entered: Entered): unknown => ({
	description: entered['description'] ?? '',
	withoutFaces: entered['withoutFaces'] === 'yes',
});
