import type { awardCalendar as vi } from '../../vi/awards/calendar';

const dayCount = (days: string) => (days === '1' ? '1 day' : `${days} days`);

export const awardCalendar: typeof vi = {
	title: "The season's calendar",
	lead: 'Counted back from the day of the ceremony, in working days: without weekends and public holidays.',
	steps: {
		freeze: 'Freeze of the figures',
		attestation: 'End of attestation',
		nominations: 'End of nominations',
		vote: "Council's vote",
		submission: 'Submission of dossiers',
		decision: 'Decision',
		ceremony: 'Ceremony',
	},
	step: 'Step',
	on: 'Day',
	weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
	day: (weekday, date) => `${weekday}, ${date}`,
	standing: 'Left',
	ahead: (days) => `${dayCount(days)} to go`,
	isToday: 'today',
	passed: (days) => `${dayCount(days)} ago`,
	warnings: {
		soon: (step, date, days) => `${step}: ${date}, ${dayCount(days)} to go.`,
		today: (step) => `${step}: today.`,
		passed: (step, date) => `${step}: over, ${date}.`,
	},
	cost: {
		title: 'What this calendar costs',
		appraisal: (days, date) =>
			`Appraisal takes ${days} working days, so dossiers are submitted by ${date}.`,
		freeze: (date) => `So the figures are frozen on ${date}.`,
		missed: (missed, last) =>
			`The report of ${missed} comes too late: the last quarterly report that counts is that of ${last}.`,
		lost: (days) => `The last ${days} days of the time that counts lie after the freeze.`,
		unknown: (years) =>
			`There is no table of public holidays for ${years}: only weekends are left out, and days may shift.`,
		unconfirmed: (years) =>
			`An exchanged working day of ${years} has no official paper on record: days may shift by one.`,
		undecided: (years) =>
			`Public holidays of ${years} are not decided yet: they follow the Labour Code and may change.`,
	},
	download: 'Download the calendar (.ics)',
	holidays: (year) => `Days off in ${year}`,
	source: (source) => `Source: ${source}`,
};
