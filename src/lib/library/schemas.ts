import * as v from 'valibot';
import { materialLanguages, materialLevels } from '../contracts/library';
import { digitalSkills } from '../contracts/teams/teams';

export const longest = { title: 150, description: 1000, link: 500 } as const;

const isWebAddress = (text: string) =>
	URL.canParse(text) && ['https:', 'http:'].includes(new URL(text).protocol);

/** Teaching material as it is offered: with a link here, or with a file beside it. */
export const NewMaterial = v.object({
	unitId: v.pipe(v.number('choose'), v.integer('choose'), v.minValue(1, 'choose')),
	title: v.pipe(
		v.string('title'),
		v.trim(),
		v.minLength(5, 'title'),
		v.maxLength(longest.title, 'tooLong'),
	),
	description: v.pipe(v.string(), v.trim(), v.maxLength(longest.description, 'tooLong')),
	skill: v.nullable(v.picklist(digitalSkills, 'choose')),
	level: v.picklist(materialLevels, 'choose'),
	language: v.picklist(materialLanguages, 'choose'),
	link: v.nullable(
		v.pipe(
			v.string(),
			v.trim(),
			v.maxLength(longest.link, 'tooLong'),
			v.check(isWebAddress, 'link'),
		),
	),
});
