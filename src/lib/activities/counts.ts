import type { ActivityKind } from '../contracts/activities';

export const countFields = ['attendance', 'households', 'leaflets', 'youths'] as const;
export type CountField = (typeof countFields)[number];

/** What is counted at which kind of activity; the first of them must be known. */
export const countsOf: Readonly<Record<ActivityKind, readonly [CountField, ...CountField[]]>> = {
	outreachSession: ['attendance', 'households', 'leaflets', 'youths'],
	citizenSession: ['attendance', 'households', 'leaflets', 'youths'],
	memberClass: ['attendance'],
	householdVisit: ['households', 'leaflets', 'youths'],
	homeHelp: ['attendance', 'households', 'youths'],
	oneStopDuty: ['attendance', 'leaflets', 'youths'],
	event: ['attendance', 'households', 'leaflets', 'youths'],
	campaign: ['attendance', 'households', 'leaflets', 'youths'],
};

/** Whether the kind is one that young volunteers hold as sessions of their own. */
export const asksByYouth = (kind: ActivityKind) => kind === 'outreachSession';
