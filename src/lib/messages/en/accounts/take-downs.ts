import type { WorkMessages } from '../../types';
import { takeDowns as published } from '../coverage/take-downs';

export const takeDowns: WorkMessages['administration']['takeDowns'] = {
	title: 'Take down published figures',
	lead: 'Figures that were replaced can still be looked up in editions of the open data, in pages by day and in pinned frames. When they may not be seen any more, take them down: everything public says “taken down” with date and reason within a minute.',
	currentFirst:
		'What is shown now can’t be taken down: return or correct its report first, so that right figures take its place.',
	unit: 'Code of the commune or province',
	period: 'Month',
	periodHint: 'Year and month, such as 2026-10.',
	find: 'Find what was published',
	notFound: 'There was no unit with this code in that month.',
	nothingShown: 'Nothing of this unit was published in that month.',
	shown: (unit, month) => `Published of ${unit}, ${month}`,
	columns: {
		number: 'Change number',
		at: 'Published',
		allFive: 'All five skills',
		state: 'State',
	},
	at: (time, date) => `${time} on ${date}`,
	current: 'Shown now',
	replaced: (number) => `Replaced under ${number}`,
	which: 'Take down what was published under change number',
	reason: 'Reason (everybody reads it)',
	reasons: published.reasons,
	submit: 'Take these figures down',
	effect:
		'Editions from this number up to the one that replaced it can’t be downloaded any more, for any unit.',
	list: 'Taken down',
	none: 'Nothing was taken down.',
	range: (from, before) => `editions from ${from} up to ${before}`,
	restore: 'Restore',
	restoreNamed: (unit, month, number) =>
		`Restore the figures of ${unit}, ${month}, number ${number}`,
	takenDown: 'Taken down. Public pages say so within a minute.',
	restored: 'Restored.',
	fixed: 'Only who administers the whole place can take figures down and restore them.',
	conflict: 'These figures are shown now and can’t be taken down. Correct the report first.',
};
