export const activityKinds = [
	'outreachSession',
	'citizenSession',
	'memberClass',
	'householdVisit',
	'homeHelp',
	'oneStopDuty',
	'event',
	'campaign',
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

export const activityForms = ['faceToFace', 'online'] as const;
export type ActivityForm = (typeof activityForms)[number];

/** For whom it was; several may apply. */
export const activityAudiences = [
	'pupils',
	'traders',
	'elderly',
	'members',
	'youths',
	'businessHouseholds',
	'other',
] as const;
export type ActivityAudience = (typeof activityAudiences)[number];

/** With whom it was done. */
export const partnerKinds = [
	'youthUnion',
	'police',
	'bank',
	'vnpt',
	'viettel',
	'post',
	'school',
	'womenUnion',
	'farmersUnion',
	'other',
] as const;
export type PartnerKind = (typeof partnerKinds)[number];

export interface ActivityPartner {
	kind: PartnerKind;
	/** Which one; may be empty where the kind says enough. */
	name: string;
}

/** What happened, without who noted it down. Counts left out were not counted. */
export interface ActivityContent {
	kind: ActivityKind;
	topic: ActivityTopic;
	form: ActivityForm;
	audiences: ActivityAudience[];
	partners: ActivityPartner[];
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
