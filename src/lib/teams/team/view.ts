import type { UnitKind } from '../../contracts/admin-units';
import type {
	DigitalSkill,
	MemberRole,
	MemberOrigin,
	PaperKind,
	TeamKind,
	TeamLevel,
	ZaloParty,
} from '../../contracts/teams/teams';

export interface Place {
	id: number;
	code: string;
	kind: UnitKind;
	name: string;
}

export interface TeamFacts {
	id: number;
	name: string;
	kind: TeamKind;
	foundedOn: string;
	reestablishedOn: string | null;
	closedOn: string | null;
	zaloGroupName: string;
	zaloGroupLink: string;
	/** Who of those that a plan names is in the team's group. */
	zaloParties: ZaloParty[];
	/** The group of all households of the place. */
	householdGroupName: string;
	householdGroupLink: string;
	/** Since when somebody vouches that the roster names everybody. */
	rosterCompleteOn: string | null;
	unit: Place & { level: TeamLevel };
	/** The unit and everything above it, nearest first. */
	unitIds: number[];
	commune: Place | null;
	district: Place | null;
}

/** One row of a roster, names and phones included: for keepers of the team only. */
export interface Member {
	id: number;
	fullName: string;
	role: MemberRole;
	position: string;
	organisation: string;
	/** Null while nobody has said; likewise the smartphone. */
	organisationKind: MemberOrigin | null;
	smartphone: boolean | null;
	/** Links the team's Zalo group with those above. */
	zaloContact: boolean;
	youth: boolean;
	phone: string | null;
	skills: DigitalSkill[];
	fromOn: string;
	untilOn: string | null;
	continuesId: number | null;
}

export interface Paper {
	id: number;
	kind: PaperKind;
	number: string;
	issuedOn: string | null;
	year: number | null;
	/** Null without a file. */
	fileName: string | null;
}

export interface Merger {
	id: number;
	mergedOn: string;
	decidedAt: string;
	undoneAt: string | null;
	/** What became one, and what it became. */
	sources: { id: number; name: string }[];
	result: { id: number; name: string };
}

/** A closing that was taken back. */
export interface Reopening {
	id: number;
	closedOn: string;
	/** ISO instant. */
	reopenedAt: string;
	/** Display name of the account. */
	by: string;
	reason: string;
}
