import type { OpenMessages } from '../../types';

const ableInAllFive = ' have at least one person who is able in all five digital skills.';

export const commune: OpenMessages['commune'] = {
	until: (day) => `until ${day}`,
	pageTitle: (unit, province) => (province ? `${unit}, ${province}` : unit),

	perHundred: (households) => [
		'Of every 100 households, ',
		households,
		households === '1' ? ableInAllFive.replace(' have', ' has') : ableInAllFive,
	],
	belowOne: ['Of every 100 households, ', 'fewer than 1', ableInAllFive],
	aboveNinetyNine: ['Of every 100 households, ', 'more than 99', ableInAllFive],
	nobody: ['', 'No household', ' that was surveyed has anybody able in all five digital skills.'],
	everybody: [
		'',
		'Every household',
		' that was surveyed has at least one person able in all five digital skills.',
	],
	hidden: ['The number of households able in all five skills is ', 'withheld', ' this month.'],
	hiddenWhy:
		'It is below 5 households, or a number below 5 households follows from it. Publishing it could point at a family.',
	insufficient: (share) => ['Not enough data: ', `only ${share} of households were surveyed`, '.'],
	insufficientWhy: (least) =>
		`A share is published once at least ${least} of the households on the register were surveyed.`,
	waiting: (month) => ['The report of ', month, ' has arrived and awaits approval.'],
	waitingWhy: (day) => `Received on ${day}. This page shows figures only after their approval.`,
	pending: (month) => ['There is no report of ', month, ' yet.'],
	pendingWhy: (day) => `The commune’s report is due before ${day}.`,
	missing: (month) => ['Overdue: ', 'no report', ` of ${month} has arrived.`],
	missingWhy: (day) => `It was due before ${day}. A missing report does not mean 0 households.`,
	notRequired: (month) => ['In ', month, ', this unit did not have to report.'],
	noPeriod: ['There is ', 'no reporting period', ' of this unit yet.'],
	dots: (filled) => `${filled} of 100 dots are filled`,
	approvedOn: (month, day) => `Figures of ${month}, approved on ${day}.`,
	toTarget: (households, goal, year) =>
		`${households} more households, and the target of ${goal} for ${year} is reached.`,
	targetReached: (goal, year) => `The target of ${goal} for ${year} is reached.`,
	outOf: (able, base) =>
		`In ${able} of the ${base} households surveyed, somebody is able in all five skills.`,

	higher: (place, share) => `Higher than the ${place} as a whole (${share}).`,
	lower: (place, share) => `Lower than the ${place} as a whole (${share}).`,
	same: (place, share) => `The same as the ${place} as a whole (${share}).`,
	lastKnown: (month) => `Newest approved figures: ${month}`,
	ofMonth: (month) => `These are figures of ${month}.`,
	previous: (share) => `The month before: ${share}.`,

	fiveSkills: 'Five skills',
	fiveSkillsNote:
		'Each line is the share of households with at least one person able in that skill; it may be a different person for each.',
	accounts: 'Accounts',
	accountsNote: 'Share of households with at least one person who has the account.',
	tick: (place) => `Upright mark: the ${place} as a whole.`,
	inProvince: (place, share) => `${place} ${share}`,
	assisted: 'Assisted households',
	assistedCount: (households, base) => `${households} of the ${base} households surveyed`,
	assistedNote:
		'Nobody at home is able yet, and a team member helps. These households are counted apart, never as skilled.',

	trend: 'The last 24 months',
	trendLabel: (first, last) =>
		`Share of households able in all five skills from ${first} to ${last}. The table below holds each month.`,
	trendEmpty: 'No month has figures to draw yet.',
	trendTable: 'Show as a table',
	trendCaption: 'Share of households able in all five skills by month, newest first',
	columns: {
		month: 'Month',
		share: 'All five',
		households: 'Households',
		village: 'Village',
		report: 'Report',
	},

	villages: 'Villages',
	villagesCaption: 'Households surveyed and share able in all five skills, by village',
	villagesNone: 'There is no list of villages of this unit yet.',
	villagesOwn:
		'The commune sent one report of its own this month, so its figures are not the sum of its villages.',
	villagesMap: {
		label: (count) =>
			`${count} villages, a dot for each, coloured by the share of households with all five skills; figures are in the table below`,
		note: 'A diagram: each dot is a village, spread evenly over the commune and not where it really lies, as nobody has recorded that.',
	},
	villagesSkills: 'Each skill by village',
	villagesSkillsCaption: 'Share of households able in each skill (%), by village',
	received: (day) => `received ${day}`,
	receivedWaiting: (day) => `received ${day}, awaiting approval`,

	provenance: 'Where these figures come from',
	period: 'Month of the figures',
	receivedLast: 'Last report received',
	approved: 'Approved',
	instant: (day, time) => `${day}, ${time}`,
	reportedShare: 'Households surveyed',
	reportedOf: (share, base, register) =>
		`${share} (${base} of the ${register} households on the register)`,
	reportedUnknown: (base) => `${base} households; no register to compare them with`,
	register: 'All households',
	registerOf: (households, source, year) => `${households} (${source}, ${year})`,
	registerSummed: (households) => `${households}, summed over the villages`,
	nothingApproved: 'Nothing of this month has been approved yet.',
	reload: 'This page does not change by itself. Reload it for figures approved since then.',
	methodLink: 'How it is counted',

	months: 'Choose a month',
	olderMonth: (month) => `‹ ${month}`,
	newerMonth: (month) => `${month} ›`,

	former: (day) => `A former unit: it existed until ${day}.`,
	formerInto: 'Now part of',
	formerUnknown: 'There is no record of what became of this unit.',
	partly: 'in part',
	formedFrom: (day) => `Formed on ${day} from`,
	reusedCode: (code) => `Code ${code} now belongs to another unit:`,

	notFoundTitle: 'There is no such unit',
	notFoundText:
		'No commune, ward or special zone has this code, or had it on the day or in the month chosen. Search by name instead.',
	describe: (unit, month) =>
		`Digital skills of households in ${unit}, approved figures of ${month}.`,
};
