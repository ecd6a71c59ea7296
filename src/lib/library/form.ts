import { wholeNumber } from '../contracts/text/address';
import { digitalSkills } from '../contracts/teams/teams';

export type Entered = Record<string, string>;

/** The form's fields as `addMaterial` parses them; no skill means all of them. */
export const materialFromForm = (entered: Entered): unknown => ({
	...entered,
	unitId: wholeNumber(entered['unitId']),
	skill: digitalSkills.find((skill) => String(skill) === entered['skill']) ?? null,
	link: entered['link']?.trim() ? entered['link'] : null,
});
