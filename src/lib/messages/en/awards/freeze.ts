import type { awardFreeze as vi } from '../../vi/awards/freeze';

export const awardFreeze: typeof vi = {
	title: 'Freeze of the figures',
	lead: 'Approved figures, criteria and the version of the program are kept under one hash; anybody can compute the result again.',
	planned: (date) => `By the calendar: ${date}.`,
	withoutCriteria: (categories) => `Not yet: no criteria are in force for ${categories}.`,
	withoutPeers: (categories) =>
		`Peer groups of ${categories} were not fixed before data began to count: after the freeze, too, they follow from the data of the day on which they are looked at.`,
	note: 'Once and for all. Only what is approved by now counts; corrections afterwards stand beside it. Computing 10,000 draws can take half a minute.',
	early:
		"The calendar's day has not come. Freezing before it needs a reason, which is logged and published.",
	earlyReason: "Why before the calendar's day",
	wasEarly: (reason) => `Frozen before the calendar's day. Reason: ${reason}`,
	problems: {
		early: 'Say why, in at least 10 characters.',
		tooLong: 'That is too long.',
		other: 'Not right.',
	},
	freeze: 'Freeze the figures',
	notYet: 'Not frozen. Somebody of the committee does it.',
	done: (by, time, date) => `Frozen by ${by} at ${time} on ${date}.`,
	hash: 'Hash of figures and criteria (SHA-256)',
	resultHash: 'Hash of scores and bands (SHA-256)',
	size: 'Size of the file',
	kilobytes: (count) => `${count} KB`,
	check: 'Check it yourself in the browser',
	late: {
		title: 'Approved after the freeze',
		note: 'What was approved after the freeze stands here, beside the figures, and is not counted.',
		none: 'No report was approved after the freeze.',
		shown: (shown, total) => `${shown} of ${total} reports are shown.`,
		unit: 'Unit',
		period: 'Period',
		approved: 'Approved on',
		reason: 'Reason',
		what: 'What',
		correction: 'Correction',
		first: 'First approval',
		noReason: 'No reason given',
		counts: (corrections, firsts) =>
			`${corrections} corrections, ${firsts} reports approved for the first time.`,
	},
};
