/** What a team was founded as; provinces give these names of their own. */
export const teamKinds = ['cnscd', 'project06', 'youth5299', 'merged', 'board'] as const;
export type TeamKind = (typeof teamKinds)[number];

/** A steering board for digital transformation: no team, and of communes and districts only. */
export const boardKind = 'board' satisfies TeamKind;

/** Levels that have teams; the district's steering teams are history since 1/7/2025. */
export const teamLevels = ['village', 'commune', 'district'] as const;
export type TeamLevel = (typeof teamLevels)[number];

export const memberRoles = ['leader', 'deputy', 'member'] as const;
export type MemberRole = (typeof memberRoles)[number];

/** Where members come from, to be counted; the words of the decision stand beside it. */
export const memberOrigins = [
	'authority',
	'villageHead',
	'partyCell',
	'teacher',
	'police',
	'youthUnion',
	'womensUnion',
	'farmersUnion',
	'veterans',
	'fatherlandFront',
	'health',
	'bank',
	'telecom',
	'post',
	'otherEnterprise',
	'resident',
	'other',
] as const;
export type MemberOrigin = (typeof memberOrigins)[number];

/** Who is to be in the common Zalo group of a commune, as 001 §II.6 names them. */
export const zaloParties = [
	'communeLeaders',
	'villageTeams',
	'districtLeaders',
	'districtMember',
	'department',
	'enterprises',
] as const;
export type ZaloParty = (typeof zaloParties)[number];

export const paperKinds = [
	'founding',
	'reestablishment',
	'merger',
	'closing',
	'workingRules',
	'yearlyPlan',
	'assignment',
] as const;
export type PaperKind = (typeof paperKinds)[number];

/** The five basic digital skills, by number, in the order of the reports. */
export const digitalSkills = [1, 2, 3, 4, 5] as const;
export type DigitalSkill = (typeof digitalSkills)[number];

/** Posts that composition rules ask for, told from a member's position and organisation. */
export const seats = [
	'communeChair',
	'communeViceChair',
	'policeChief',
	'police',
	'cultureOfficer',
	'youthSecretary',
	'youthUnion',
	'villageHead',
	'partyCellSecretary',
] as const;
export type Seat = (typeof seats)[number];

/** What a composition rule demands of a team. */
export type CompositionDemand =
	| { type: 'size'; least: number; most: number | null }
	| { type: 'seat'; seat: Seat[]; holder: 'leader' | 'deputy' | 'anyone' }
	| { type: 'youths'; least: number };
