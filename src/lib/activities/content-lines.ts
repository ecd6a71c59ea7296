import type { ActivityContent, ActivityPartner } from '../contracts/activities';
import type { WorkMessages } from '../messages';
import type { Format } from '../messages/format';
import { countFields } from './counts';

export interface ContentLine {
	field: keyof ActivityContent;
	name: string;
	value: string;
}

/** Those that hold somebody's own words. */
export const typedFields: readonly ContentLine['field'][] = ['partners', 'place', 'note'];

/** What an activity says, line by line in the reader's words; the photo, which is no text, apart. */
export function contentLines(
	content: ActivityContent,
	t: WorkMessages['activities'],
	format: Format,
): ContentLine[] {
	const line = (field: Exclude<keyof ActivityContent, 'photoId'>, value: string): ContentLine => ({
		field,
		name: t.view[field],
		value: value === '' ? t.view.blank : value,
	});
	return [
		line('kind', t.kinds[content.kind]),
		line('topic', t.topics[content.topic]),
		line('form', t.forms[content.form]),
		line('audiences', content.audiences.map((audience) => t.audiences[audience]).join(', ')),
		line('partners', content.partners.map((partner) => partnerText(partner, t)).join(', ')),
		line('heldOn', format.date(content.heldOn)),
		line('place', content.place),
		...countFields.map((field) => {
			const value = content[field];
			return line(field, value === null ? '' : format.number(value));
		}),
		line('byYouth', content.byYouth ? t.view.yes : ''),
		line('note', content.note),
	];
}

/** `Ngân hàng Agribank`: the kind alone where no name was given. */
export const partnerText = ({ kind, name }: ActivityPartner, t: WorkMessages['activities']) =>
	[kind === 'other' && name !== '' ? '' : t.partners[kind], name].filter(Boolean).join(' ');

/** The lines in which two versions differ, with both values. */
export function changedLines(
	before: ActivityContent,
	after: ActivityContent,
	t: WorkMessages['activities'],
	format: Format,
): { name: string; before: string; after: string; isTyped: boolean }[] {
	const now = contentLines(after, t, format);
	const lines = contentLines(before, t, format).flatMap(({ field, name, value }, index) => {
		const next = now[index]?.value ?? '';
		return next === value
			? []
			: [{ name, before: value, after: next, isTyped: typedFields.includes(field) }];
	});
	if (before.photoId === after.photoId) return lines;
	const photo = before.photoId === null ? t.view.noPhoto : t.view.photo;
	return [
		...lines,
		{ name: t.view.photo, before: photo, after: t.view.changedPhoto, isTyped: false },
	];
}
