import type { EntryMessages } from '../../types';

const fields = {
	households: 'Households in all',
	skill1: 'Able to use online public services',
	skill2: 'Able to shop online',
	skill3: 'Able to pay online',
	skill4: 'Able to protect themselves online',
	skill5: 'Able to use the local digital platform',
	allFive: 'One member is able in all five skills',
	assisted: 'Nobody is able; a team member helps',
	vneid: 'With a VNeID account',
	serviceAccount: 'With a public-service account',
};

export const reportForm: EntryMessages['reportForm'] = {
	title: 'Reports',
	form: {
		none: 'This unit has not reported for this period yet.',
		title: (month) => `Report for ${month}`,
		households: 'Households and digital skills',
		householdsHint:
			'A household is able when at least one of its members can do it. Leave blank what is unknown; never write 0 for it.',
		fields,
		earlier: (value, month) => `${month}: ${value}`,
		activities: 'Activities and other indicators',
		activitiesHint: 'Fill in only what there is; blank lines count as not reported.',
		filledIn: (filled, all) => `${filled} of ${all} filled in`,
		mark: (name) => `Kind of figure for “${name}”`,
		marks: {
			'=': 'exactly',
			'>': 'more than',
			'~': 'about',
			notAvailable: 'not available',
			notApplicable: 'not applicable',
		},
		reason: 'Reason (when a figure falls against the period before)',
		reasonHint: 'Only approvers read this. Do not write names or phone numbers of citizens.',
		submit: 'Submit report',
		correct: 'Submit correction',
		received: (time, date, revision) =>
			`Report received at ${time} on ${date} (revision ${revision}). It awaits approval.`,
		problems: 'The report was not submitted. Please correct:',
		notRequired: 'This unit does not have to report for this period.',
	},
	problems: {
		allFiveAtMost: (value, limit, skill) =>
			`Households able in all five (${value}) must not exceed “${fields[skill]}” (${limit}).`,
		atMostHouseholds: (value, limit) =>
			`This (${value}) must not exceed all households (${limit}).`,
		ableAndAssistedAtMostHouseholds: (value, limit) =>
			`Able in all five plus assisted (${value}) must not exceed all households (${limit}).`,
		partsEqualTotal: (value, limit) => `The parts (${value}) must add up to the total (${limit}).`,
		partsAtMostTotal: (value, limit) =>
			`The parts (${value}) must not exceed the total (${limit}).`,
		fallNeedsReason: (value, limit) => `This fell from ${limit} to ${value}: give a reason below.`,
		aboveRegister: (place, value, limit) =>
			`${place} reports ${value} households, but its register holds ${limit}. Check the number; if it is right, ask an administrator of the level above to explain the difference under “Administrative units”, then send it again.`,
		thisUnit: 'This unit',
		wholeNumber: 'Enter a whole number, not negative.',
		valueMissing: 'Enter a number, or choose “not available”.',
		nothingReported: 'The report holds no figure yet.',
		periodNotBegun: 'This period has not begun.',
		unknownUnit: 'There is no such unit in this period.',
		communeEnded:
			'The commune of this unit ended within the period, so nothing is taken from it any more.',
		notYourUnit: 'This account may not report for this unit.',
		locked:
			'This period is closed. Ask the level above to reopen it for a while, with the reason, then submit again.',
		unsoundText: 'It holds a character that no text uses: delete it and type the text again.',
		differsFromMonths: 'This differs from what its months say: give the reason below.',
		notForReporter: 'This unit is not asked for it.',
		periodTooEarly: 'The programme had not begun in this period: nothing is reported of it.',
		notAsked: 'This ad hoc report is not asked of your unit.',
		newerRevision: (limit) =>
			`While you were entering, revision ${limit} came in. Open the report again to see it, then submit a correction.`,
		explanation: 'An explanation takes 5 to 1,000 characters.',
		reason: 'A reason takes 5 to 1,000 characters.',
		other: 'This is not right yet.',
	},
};
