import type { OpenMessages } from '../../types';

export const method: OpenMessages['method'] = {
	title: 'Method',
	lead: 'How the numbers on this site are counted, when they are published, and when they are not.',
	contents: 'On this page',
	about: {
		coverage: 'Which households are counted, over which, and when.',
		enough: 'Why some places have no share yet.',
		legend: 'How to read colours and patterns.',
		deadlines: 'Who reports before which day.',
		approval: 'When a number is published, and how it is corrected.',
		privacy: 'Why some numbers read “< 5”, and the rule behind it.',
		mergers: 'When communes merge, split or change their code.',
		awards: 'Criteria and figures of each season.',
		catalogue: 'What each indicator means, and which document it comes from.',
	},

	coverage: {
		title: 'How coverage is counted',
		paragraphs: [
			'The household is what is counted. A household has all five skills when one and the same person at home is able in each of them: online public services, online shopping, online payment, staying safe online, and a digital platform that the locality chooses. For a single skill it may be a different person each time.',
			'The share is households able over households, summed over the places where both numbers are known. A blank number of households means unknown, not 0.',
			'A month’s figures use that month’s reports. A commune’s own report replaces the sum of its villages; the two are never added.',
			'In an assisted household nobody is able yet and a team member helps. It is counted apart, never as skilled.',
			'Growth since the month before compares only units that have figures in both months.',
		],
	},
	enough: {
		title: 'When there is enough data',
		paragraphs: (least) => [
			'Beside each share stands the part that was surveyed: the households surveyed over all households on the register, with the year and source of the register.',
			`Where less than ${least} of them were surveyed, the site says “Not enough data”, names no share and gives no rank. A missing report is missing; it is not taken for 0.`,
		],
	},
	legend: {
		title: 'Colours and patterns on the map',
		text: 'The colours run from few to many; the last two classes are narrower, to show the final stretch. What isn’t a share has a pattern, not just a colour. Shares are rounded to one decimal, but never up into a class that they haven’t reached: 79.96% is written as 79.9%. Thin lines over a colour mean few households: the interval of 95% of the share is wider than 20 percentage points, and a handful of households would change its class.',
		firstRange: (to) => `above 0% to below ${to}`,
		range: (from, to) => `${from} to below ${to}`,
		topRange: (from) => `${from} and above`,
		states: {
			zero: '0%: surveyed, and nobody is able in all in any household',
			hidden: 'Withheld for being too small, its class as well',
			insufficient: 'Not enough data',
			waiting: 'Received on time, awaiting approval',
			late: 'Received late, awaiting approval',
			none: 'No report yet, not due yet',
			missing: 'Overdue, no report',
			incomparable: 'Nothing to compare with: no figure of the earlier month, or no target',
			notRequired: 'Need not report: not yet founded, or closed',
		},
	},
	deadlines: {
		title: 'Deadlines',
		text: 'On time means that the server received the report before 0:00 of the day below, in Vietnam’s time. A device’s own clock is recorded but not relied on. Lower levels report earlier, so that those above can sum up.',
		grace: (days) =>
			`A report that came on time and was returned stays on time if it is sent again within ${days} days.`,
		level: 'Level',
		levels: {
			village: 'Villages',
			commune: 'Communes, wards, special zones',
			district: 'Districts (until 30 June 2025)',
			province: 'Provinces and cities',
		},
		kinds: { month: 'Monthly report', quarter: 'Quarterly report' },
		before: (day) => `before day ${day}`,
		beforeInLastMonth: (day) => `before day ${day} of the quarter’s last month`,
		end: { month: 'within the month', quarter: 'within the quarter' },
	},
	approval: {
		title: 'Provisional and approved',
		paragraphs: [
			'A report that was just sent is provisional: only people who work in the system see it. Whoever enters doesn’t approve. Public pages use the newest approved version alone and say when it was approved.',
			'A wrong report is returned with the reason, or corrected by a new version. The old one is kept for reference.',
		],
	},
	privacy: {
		title: 'Small numbers are withheld',
		paragraphs: ({ smallest, range, least, word, cover }) => [
			`A few households who are able, fewer than ${smallest}, could point at a family; so could a few who are not able, fewer than ${smallest}. Such a number is withheld, and only “< ${smallest}” is shown. The sign stands for every number withheld, those included that are withheld to protect another.`,
			'Hiding a number isn’t enough where it can be worked out: the commune’s total minus the other villages, the number of households, the other skills (all five ≤ each skill ≤ households; all five + assisted ≤ households), or the total before and after an approval. So the rule looks at everything that was ever public.',
			`The rule: for each number withheld, the greatest that it still could be − the least that it still could be ≥ ${range}; where there are fewer than ${range} households, all from 0 to that number are still possible. For who takes “< ${smallest}” at its word at least ${word} numbers stay possible, or all of them where there are too few households.`,
			`The ${range} households are what the rules here ask for now, for months that begin from now on; a number of households who are able, or who aren’t, is withheld below it too, still as “< ${smallest}”. Nowhere may they ask for fewer than ${least}. Each month keeps what was in force when it began: asking for more can’t take back what somebody has kept, so nothing published is withheld anew; asking for less gives nothing away that was withheld.`,
			'To keep to it, withheld numbers enter the totals in groups only: a total has a whole group or none of it. If one number of a group were greater and the others smaller by just as much, no total would differ, before or after. So a number x could be anything from x − min(what x could lose, what the others could gain) to x + min(what x could gain, what the others could lose).',
			`Until there is a group that is wide enough, a number waits: totals hold neither it nor its place’s households for that indicator until more units are approved. Only numbers that were never shown protect others, of places with at most ${cover} households, the smallest first. Totals of communes and provinces stay in sight; one is withheld only where what it has so far is 0 or everybody while numbers wait.`,
			'A correction isn’t published as long as its difference from the version before would narrow the range of a number withheld. A commune’s own report replaces the sum of its villages only for indicators where the difference gives no village away.',
			'Months don’t bind one another: a later number may be lower if the report says why, so the months before and after don’t narrow the range.',
			'Names, phone numbers and notes of citizens or team members never appear on public pages.',
		],
	},
	mergers: {
		title: 'Mergers and estimates',
		paragraphs: [
			'Administrative units change over time, and a former unit’s code may be given to a new one. Each unit keeps its own history; the page of a former unit stays open and points to the units that it is part of now.',
			'Where a unit was split among several, counts are divided only by a declared share. Remainders are handled so that totals stay exact, and the result is marked “estimated”. Without a declared share nothing is divided, and the page says so.',
		],
	},
	catalogue: {
		title: 'Indicator catalogue',
		text: 'The unit of counting is part of an indicator: people, occurrences and households never add up. A ratio always follows from two counts; nobody enters one. A number may carry “more than” or “about”, as in the original report.',
		cumulative: 'A running total: if it falls, the report must say why.',
		documents:
			'The sources are these documents; the source column gives the document’s number and clause.',
		documentList: [
			['000', 'Report of a commune in Kim Thành district, Hải Dương, 2022'],
			['001', 'Plan of the Tứ Kỳ district, Hải Dương, 2022'],
			['002', 'Guidance of Thanh Hóa’s Department of Information and Communications, March 2022'],
			['003', 'Interim report of Tuy Phước district, Bình Định, 2022 – 2024'],
			['004', 'Directive of the chair of the People’s Committee of Bắc Giang province, 2023'],
		],
	},
};
