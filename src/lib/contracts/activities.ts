export const activityKinds = [
	'outreachSession',
	'citizenSession',
	'memberClass',
	'householdVisit',
] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** The five skills in the order of every skill figure, more than one of them, or something else. */
export const activityTopics = [
	'several',
	'skill1',
	'skill2',
	'skill3',
	'skill4',
	'skill5',
	'other',
] as const;
export type ActivityTopic = (typeof activityTopics)[number];

/** What happened, without who noted it down. Counts left out were not counted. */
export interface ActivityContent {
	kind: ActivityKind;
	topic: ActivityTopic;
	/** Local day `YYYY-MM-DD`. */
	heldOn: string;
	place: string;
	/** People at a session or class, once each. */
	attendance: number | null;
	/** Households visited or present, once each. */
	households: number | null;
	leaflets: number | null;
	/** Young volunteers who took part. */
	youths: number | null;
	/** Carried out by the Youth Union or young volunteers. */
	byYouth: boolean;
	note: string;
	photoId: number | null;
}
