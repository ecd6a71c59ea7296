import { categoryOfQuota } from '../../contracts/awards/seasons';
import type { Language } from '../../messages/context';

/** A part of what an entry tells; what somebody typed is in their own language. */
export interface Part {
	text: string;
	lang: 'vi' | undefined;
}

type Words = Readonly<Record<string, string>>;
type Speaking = Pick<Language, 'work' | 'format'>;

const part = (text: string): Part => ({
	text,
	// Of all kinds: what is Vietnamese is told by its letters.
	lang: /[^\P{L}A-Za-z]/u.test(text) ? 'vi' : undefined,
});

const between = (parts: readonly Part[][], text: string): Part[] =>
	parts.flatMap((each, index) => (index === 0 ? each : [{ text, lang: undefined }, ...each]));

const wordOf = (words: Words, key: string): string => words[key] ?? key;

/** What was done; a verb of an older version as it is kept. */
export const actionWords = (action: string, { work }: Pick<Speaking, 'work'>): string =>
	wordOf(work.administration.actions, action);

/** To what: `team:12` as `team no. 12`, for each of several; reports keep their `07294@2026-10`. */
export function subjectParts(subject: string, { work }: Pick<Speaking, 'work'>): Part[] {
	const words: Words = work.administration.auditSubjects;
	const [, kind = '', rest = ''] = /^(\w+):(.*)$/s.exec(subject) ?? [];
	const word = words[kind];
	if (word === undefined) return [part(wordOf(words, subject))];
	// Teams are the only subjects of which one entry has several.
	const numbers = rest.split(` ${kind}:`).join(', ');
	return [{ text: `${word} `, lang: undefined }, part(numbers)];
}

/** What else an entry tells: names and codes in words, however deep they stand. */
export function detailParts(
	details: Readonly<Record<string, unknown>>,
	language: Speaking,
): Part[] {
	const { auditFields } = language.work.administration;
	return between(
		Object.entries(details).map(([name, detail]) => [
			{ text: `${fieldWord(name, auditFields, language)}: `, lang: undefined },
			...valueParts(detail, language),
		]),
		'; ',
	);
}

/** Kinds of teams and levels are names as well, of what they are called. */
const fieldWord = (name: string, fields: Words, { work }: Speaking): string =>
	fields[name] ?? wordOf(work.administration.auditCodes, name);

function valueParts(value: unknown, language: Speaking): Part[] {
	const { yes, no, nothing } = language.work.administration.log;
	if (value === null || value === undefined || value === '')
		return [{ text: nothing, lang: undefined }];
	if (typeof value === 'boolean') return [{ text: value ? yes : no, lang: undefined }];
	if (typeof value === 'string') return [part(textOf(value, language))];
	if (Array.isArray(value))
		return value.length === 0
			? [{ text: nothing, lang: undefined }]
			: between(
					value.map((each) => valueParts(each, language)),
					', ',
				);
	if (typeof value === 'object')
		return [
			{ text: '(', lang: undefined },
			...detailParts({ ...value }, language),
			{ text: ')', lang: undefined },
		];
	// Numbers of things and years aren't grouped.
	const number = Number(value);
	return [part(Number.isInteger(number) ? String(number) : language.format.typed(number))];
}

function textOf(value: string, { work, format }: Speaking): string {
	const { administration, awardSeason } = work;
	if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value))
		return administration.log.at(format.time(value), format.date(value));
	if (/^\d{4}-\d\d-\d\d$/.test(value)) return format.date(value);
	const categoryId = categoryOfQuota(value);
	if (categoryId !== null) return awardSeason.settings.quota(String(categoryId));
	return wordOf(administration.auditCodes, value);
}
