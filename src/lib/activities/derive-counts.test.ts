import { describe, expect, it } from 'vitest';
import { activityKinds } from '../contracts/activities';
import { reportableCodes } from '../indicators/rules.server';
import { deriveCounts, derivedCodes, type ActivityTally } from './derive-counts';

const tally = (given: Partial<ActivityTally>): ActivityTally => ({
	kind: 'outreachSession',
	topic: 'several',
	byYouth: false,
	activities: 1,
	attendance: null,
	households: null,
	leaflets: null,
	youths: null,
	...given,
});

describe('counts derived from the log', () => {
	it('are none when nothing happened', () => {
		expect(deriveCounts([])).toEqual({});
	});

	it('add outreach sessions up, those by youth apart', () => {
		expect(
			deriveCounts([
				tally({ activities: 2, attendance: 70, leaflets: 100 }),
				tally({ byYouth: true, attendance: 30, households: 12, youths: 6 }),
			]),
		).toEqual({
			outreachSessions: 3,
			outreachAttendance: 100,
			youthOutreachSessions: 1,
			youthVolunteerTurns: 6,
			householdTurns: 12,
			leaflets: 100,
		});
	});

	it('split sessions for citizens by topic so that the parts make up the total: 39 = 13 + 26', () => {
		expect(
			deriveCounts([
				tally({ kind: 'citizenSession', topic: 'skill2', activities: 13, attendance: 260 }),
				tally({ kind: 'citizenSession', topic: 'skill3', activities: 26, attendance: 520 }),
			]),
		).toEqual({
			citizenSessions: 39,
			citizenSessionsEcommerce: 13,
			citizenSessionsEpayment: 26,
			citizenSessionsOtherTopics: 0,
		});
	});

	it('keep classes for members apart from outreach', () => {
		expect(
			deriveCounts([
				tally({ kind: 'memberClass', attendance: 78 }),
				tally({ kind: 'memberClass', topic: 'skill4', attendance: 79 }),
			]),
		).toEqual({ memberClasses: 2, memberClassAttendance: 157 });
	});

	it('count visits as household turns, not as sessions', () => {
		expect(
			deriveCounts([tally({ kind: 'householdVisit', activities: 4, households: 31 })]),
		).toEqual({ householdTurns: 31 });
	});

	it('tell events, campaigns, desk duties and help at home apart from outreach sessions', () => {
		expect(
			deriveCounts([
				tally({ kind: 'event', activities: 2, attendance: 300 }),
				tally({ kind: 'campaign', activities: 30, attendance: 5001 }),
				tally({ kind: 'oneStopDuty', activities: 12, attendance: 140, youths: 24 }),
				tally({ kind: 'homeHelp', activities: 5, attendance: 9, households: 7 }),
			]),
		).toEqual({
			...{ events: 2, eventAttendance: 300, campaignSessions: 30, campaignAttendance: 5001 },
			...{ oneStopDuties: 12, oneStopHelped: 140, youthVolunteerTurns: 24 },
			...{ helpedAtHome: 9, householdTurns: 7 },
		});
	});

	it('name only indicators that a report may hold', () => {
		expect(derivedCodes.filter((code) => !reportableCodes.has(code))).toEqual([]);
		const everything = deriveCounts(
			activityKinds.map((kind) =>
				tally({ kind, byYouth: true, attendance: 1, households: 1, leaflets: 1, youths: 1 }),
			),
		);
		expect(Object.keys(everything).sort()).toEqual([...derivedCodes].sort());
	});
});
