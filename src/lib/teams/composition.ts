import * as v from 'valibot';
import type { UnitKind } from '../contracts/admin-units';
import {
	memberRoles,
	seats,
	teamKinds,
	teamLevels,
	type CompositionDemand,
	type MemberRole,
	type Seat,
	type TeamKind,
	type TeamLevel,
} from '../contracts/teams/teams';
import { seatsOf } from './seats';
import type { TeamSize } from '../contracts/teams/size';

const Count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500));

/** A rule's demand as it is stored; parsed again whenever it is read. */
export const Demand: v.GenericSchema<unknown, CompositionDemand> = v.variant('type', [
	v.pipe(
		v.strictObject({ type: v.literal('size'), least: Count, most: v.nullable(Count) }),
		v.check(({ least, most }) => most === null || most >= least, 'most is at least as much'),
	),
	v.strictObject({
		type: v.literal('seat'),
		/** Any one of them will do. */
		seat: v.pipe(v.array(v.picklist(seats)), v.minLength(1)),
		holder: v.picklist(['leader', 'deputy', 'anyone']),
	}),
	v.strictObject({ type: v.literal('youths'), least: Count }),
]);

/** One version of one demand, with where it is written. */
export interface CompositionRule {
	id: number;
	/** Null: binds teams everywhere. */
	unitId: number | null;
	/** That unit, and the first day without it; null where the rule binds everywhere. */
	setBy: { kind: UnitKind; name: string; endedOn: string | null } | null;
	level: TeamLevel;
	kinds: TeamKind[];
	validFrom: string;
	/** Exclusive. */
	validTo: string | null;
	demand: CompositionDemand;
	/** False: proposed, so that no team is wrong without it. */
	binding: boolean;
	document: string;
	clause: string;
	wordingVi: string;
	wordingEn: string;
}

export const RuleInput = v.strictObject({
	unitId: v.nullable(v.pipe(v.number(), v.integer())),
	level: v.picklist(teamLevels),
	kinds: v.pipe(v.array(v.picklist(teamKinds)), v.minLength(1)),
	validFrom: v.pipe(v.string(), v.isoDate()),
	demand: Demand,
	binding: v.optional(v.boolean(), true),
	document: v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(300)),
	clause: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
	wordingVi: v.pipe(v.string(), v.trim(), v.minLength(5), v.maxLength(500)),
	wordingEn: v.pipe(v.string(), v.trim(), v.minLength(5), v.maxLength(500)),
});
export type RuleInput = v.InferOutput<typeof RuleInput>;

/** What of a member the rules look at. */
export interface Seated {
	role: MemberRole;
	position: string;
	organisation: string;
	youth: boolean;
}

/** What a team lacks, or has too much of. */
export type Lack =
	| { kind: 'members'; count: number }
	| { kind: 'tooMany'; count: number }
	| { kind: 'seat'; seat: Seat[]; holder: 'leader' | 'deputy' | 'anyone' }
	| { kind: 'youths'; count: number }
	/** Nobody can tell: the roster doesn't name everybody yet. */
	| { kind: 'noRoster' };

export interface CheckedRule {
	rule: CompositionRule;
	/** A unit that is no more set it, and those of today haven't set their own. */
	inherited: boolean;
	/** Null: the team meets the rule. */
	lack: Lack | null;
}

/** Whether the team is wrong by a rule: not by a proposal, and not while nobody can tell. */
export const isBroken = ({ rule, lack }: CheckedRule): boolean =>
	rule.binding && lack !== null && lack.kind !== 'noRoster';

export interface TeamAsRuled {
	level: TeamLevel;
	kind: TeamKind;
	/** The team's unit and everything above it. */
	unitIds: readonly number[];
	/** Provinces and districts of before that its place came from. */
	formerUnitIds: readonly number[];
}

/** Whether a rule is for teams like this one, wherever. */
const isFor = (rule: CompositionRule, team: TeamAsRuled, day: string): boolean =>
	rule.level === team.level && rule.kinds.includes(team.kind) && rule.validFrom <= day;

const isInForce = (rule: CompositionRule, team: TeamAsRuled, day: string): boolean =>
	isFor(rule, team, day) &&
	(rule.unitId === null || team.unitIds.includes(rule.unitId)) &&
	(rule.validTo === null || rule.validTo > day);

/** What a former province or district demanded until it ended holds on where it was; what it closed is closed. */
const goesOn = (rule: CompositionRule, team: TeamAsRuled, day: string): boolean =>
	isFor(rule, team, day) &&
	rule.unitId !== null &&
	!team.unitIds.includes(rule.unitId) &&
	team.formerUnitIds.includes(rule.unitId) &&
	(rule.validTo === null || rule.validTo > day || rule.validTo === rule.setBy?.endedOn);

/** Whether a unit at or above the team's has set a rule of this level by that day, if only to close it. */
const hasOwnRules = (
	rules: readonly CompositionRule[],
	{ level, unitIds }: TeamAsRuled,
	day: string,
): boolean =>
	rules.some(
		(rule) =>
			rule.unitId !== null &&
			unitIds.includes(rule.unitId) &&
			rule.level === level &&
			rule.validFrom <= day,
	);

/** Every rule that binds the team on the day, with what is missing from a roster of that day. */
export function checkComposition(
	rules: readonly CompositionRule[],
	team: TeamAsRuled,
	members: readonly Seated[],
	day: string,
	size: Pick<TeamSize, 'members' | 'complete'>,
): CheckedRule[] {
	const inherits = !hasOwnRules(rules, team, day);
	return rules.flatMap((rule) => {
		const inherited = inherits && goesOn(rule, team, day);
		if (!inherited && !isInForce(rule, team, day)) return [];
		return [{ rule, inherited, lack: lackOf(rule.demand, members, size) }];
	});
}

function lackOf(
	demand: CompositionDemand,
	members: readonly Seated[],
	size: Pick<TeamSize, 'members' | 'complete'>,
): Lack | null {
	const unknown: Lack | null = size.complete ? null : { kind: 'noRoster' };
	switch (demand.type) {
		case 'size':
			// A list that states a size is enough to count by.
			if (size.members === 0) return unknown ?? { kind: 'members', count: demand.least };
			if (size.members < demand.least)
				return { kind: 'members', count: demand.least - size.members };
			if (demand.most !== null && size.members > demand.most)
				return { kind: 'tooMany', count: size.members - demand.most };
			return null;
		case 'seat': {
			const { seat, holder } = demand;
			const among = members.filter(({ role }) => holder === 'anyone' || role === holder);
			const filled = among.some((member) => {
				const seats = seatsOf(member);
				return seat.some((each) => seats.has(each));
			});
			return filled ? null : (unknown ?? { kind: 'seat', seat, holder });
		}
		case 'youths': {
			const youths = members.filter(({ youth }) => youth).length;
			if (youths >= demand.least) return null;
			return unknown ?? { kind: 'youths', count: demand.least - youths };
		}
	}
}

/** Leader first, then deputies; by the given comparison within a role. */
export const byRole = (a: MemberRole, b: MemberRole): number =>
	memberRoles.indexOf(a) - memberRoles.indexOf(b);
