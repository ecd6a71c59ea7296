import type { OpenMessages } from '../../types';

export const corrections: OpenMessages['corrections'] = {
	title: 'Corrected numbers',
	lead: 'Every number that was public and changed because a report was replaced: old, new, when and why.',
	none: 'No published number has been corrected yet.',
	at: (time, date) => `${time} on ${date}`,
	why: (cause) => `Reason: ${cause}.`,
	columns: { measure: 'Indicator', before: 'Old', after: 'New' },
	of: (able, base) => `${able} of ${base} households`,
	hidden: '< 5',
	unknown: 'not given',
	takenDown: 'taken down',
	former: (number) => `The edition before, and number ${number}: all editions of the month`,
	note: 'What grows because further places reported is no correction. Explanations written for inside may name people and aren’t published; here is the reason that the approver chose.',
	pages: { label: 'Pages of corrections', previous: 'Newer', next: 'Older' },
	position: (page, pages) => `Page ${page} of ${pages}`,
};
