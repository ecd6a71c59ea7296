import type { WorkMessages } from '../../types';

export const brief: WorkMessages['brief'] = {
	title: 'Brief for leaders',
	heading: (unit, month) => `${unit}, ${month}`,
	at: (time, date) => `As of ${time} on ${date}`,
	unit: 'Unit',
	month: 'Month',
	show: 'Show',
	printHint: 'Use your browser’s Print: it always fits on one A4 page.',
	stand: {
		title: 'Where we stand',
		share: 'of households have a member able in all 5 digital skills',
		counts: (able, base) =>
			`Somebody is able in all five in ${able} of the ${base} households surveyed`,
		nobody: (base) => `Nobody is able in all five in any of the ${base} households surveyed`,
		growth: (points) =>
			`${points} percentage points on last month, over units with figures of both months`,
		noGrowth: 'No comparison with last month yet',
		reported: (share) => `${share} of the households on the register surveyed`,
		reportedUnknown: 'How many households are on the register is unknown',
		approved: 'Approved figures.',
		provisional: (share) => `Provisional, with reports awaiting approval: ${share}.`,
		noneApproved: 'No approved figures yet',
		insufficient: 'Not enough data',
	},
	moved: {
		title: 'Who moved',
		risers: 'Rose most',
		fallers: 'Fell most',
		noRisers: 'Nobody rose.',
		noFallers: 'Nobody fell.',
		change: (points, share) => `${points} percentage points, now ${share}`,
	},
	late: {
		title: 'Who is late',
		onTime: (onTime, required, level) => `${onTime} of ${required} ${level} complete and on time.`,
		levels: { commune: 'communes', village: 'villages' },
		late: (count) => `Late or incomplete (${count})`,
		missing: (count) => `Missing (${count})`,
		pending: (count) => `${count} units still have time.`,
		nobody: 'Nobody is late.',
		others: (count) => (count === '1' ? 'and one other' : `and ${count} others`),
	},
	targets: {
		title: 'Targets of the year',
		behind: (count, all) => `${count} of ${all} targets are behind.`,
		allWell: (all) => `None of ${all} targets is behind.`,
		none: 'No targets have been set for this year.',
		line: (current, target) => `${current} of ${target}`,
		forecast: (forecast) => `forecast ${forecast}`,
		others: (count) => `and ${count} other targets`,
	},
	requests: {
		title: 'Difficulties and proposals waiting at this level',
		none: 'Nothing is waiting.',
		total: (count) => (count === '1' ? 'One is waiting.' : `${count} are waiting.`),
		oldest: (date) => `The oldest since ${date}.`,
	},
	asked: {
		title: 'What is asked of you',
		overdue: (period, date) => `Report for ${period}: overdue, it was due before ${date}.`,
		otherOverdue: (count) =>
			count === '1' ? 'Another report is overdue.' : `${count} other reports are overdue.`,
		deadline: (period, date) => `Report for ${period}: due before ${date}.`,
		approvals: (count) =>
			count === '1'
				? 'A report waits for your approval.'
				: `${count} reports wait for your approval.`,
		practices: (count) =>
			count === '1'
				? 'A good practice waits for your review.'
				: `${count} good practices wait for your review.`,
		requests: (count) =>
			count === '1'
				? 'A difficulty or proposal waits for an answer.'
				: `${count} difficulties or proposals wait for an answer.`,
		nothing: 'Nothing is waiting.',
	},
};
