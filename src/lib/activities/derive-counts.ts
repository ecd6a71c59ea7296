import type { ActivityKind, ActivityTopic } from '../contracts/activities';

/** Activities of one kind and topic, added up; counts that nobody made are left out of the sums. */
export interface ActivityTally {
	kind: ActivityKind;
	topic: ActivityTopic;
	byYouth: boolean;
	/** How many activities. */
	activities: number;
	attendance: number | null;
	households: number | null;
	leaflets: number | null;
	youths: number | null;
}

/** Values by the codes of the indicator catalogue; what the log says nothing about is left out. */
export type DerivedCounts = Record<string, number>;

/** The topic of a session for citizens decides which part of their total it is. */
const partOf = (topic: ActivityTopic) =>
	topic === 'skill2'
		? 'citizenSessionsEcommerce'
		: topic === 'skill3'
			? 'citizenSessionsEpayment'
			: 'citizenSessionsOtherTopics';

/**
 * What a month's report may take over from the log. Attendance counts as outreach only at outreach
 * sessions; households, leaflets and young volunteers count wherever they were.
 */
export function deriveCounts(tallies: readonly ActivityTally[]): DerivedCounts {
	const counts: DerivedCounts = {};
	const add = (code: string, value: number | null) => {
		if (value !== null) counts[code] = (counts[code] ?? 0) + value;
	};
	for (const tally of tallies) {
		switch (tally.kind) {
			case 'outreachSession':
				add('outreachSessions', tally.activities);
				add('outreachAttendance', tally.attendance);
				if (tally.byYouth) add('youthOutreachSessions', tally.activities);
				break;
			case 'citizenSession':
				// All parts, so that they make up the total exactly.
				add('citizenSessions', tally.activities);
				for (const topic of ['skill2', 'skill3', 'other'] as const)
					add(partOf(topic), partOf(topic) === partOf(tally.topic) ? tally.activities : 0);
				break;
			case 'memberClass':
				add('memberClasses', tally.activities);
				add('memberClassAttendance', tally.attendance);
				break;
			case 'homeHelp':
				add('helpedAtHome', tally.attendance);
				break;
			case 'oneStopDuty':
				add('oneStopDuties', tally.activities);
				add('oneStopHelped', tally.attendance);
				break;
			case 'event':
				add('events', tally.activities);
				add('eventAttendance', tally.attendance);
				break;
			case 'campaign':
				add('campaignSessions', tally.activities);
				add('campaignAttendance', tally.attendance);
				break;
			case 'householdVisit':
				break;
		}
		add('householdTurns', tally.households);
		add('leaflets', tally.leaflets);
		add('youthVolunteerTurns', tally.youths);
	}
	return counts;
}

/** The indicators that the log can tell, in the order in which people read them. */
export const derivedCodes = [
	'outreachSessions',
	'outreachAttendance',
	'householdTurns',
	'youthOutreachSessions',
	'youthVolunteerTurns',
	'campaignSessions',
	'campaignAttendance',
	'events',
	'eventAttendance',
	'oneStopDuties',
	'oneStopHelped',
	'helpedAtHome',
	'leaflets',
	'memberClasses',
	'memberClassAttendance',
	'citizenSessions',
	'citizenSessionsEcommerce',
	'citizenSessionsEpayment',
	'citizenSessionsOtherTopics',
] as const;
