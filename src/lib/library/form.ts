import { digitalSkills } from '../contracts/teams';

export type Entered = Record<string, string>;

const toNumber = (text: string | undefined) =>
	text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : null;

/** The form's fields as `addMaterial` parses them; no skill means all of them. */
export const materialFromForm = (entered: Entered): unknown => ({
	...entered,
	unitId: toNumber(entered['unitId']),
	skill: digitalSkills.find((skill) => String(skill) === entered['skill']) ?? null,
	link: entered['link']?.trim() ? entered['link'] : null,
});
