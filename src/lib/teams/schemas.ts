import * as v from 'valibot';
import {
	digitalSkills,
	memberRoles,
	memberOrigins,
	paperKinds,
	teamKinds,
	zaloParties,
} from '../contracts/teams/teams';
import { Day } from './days';
import { parsePhone } from './phone';

const Id = v.pipe(v.number(), v.integer(), v.minValue(1));
const Text = (longest: number) => v.pipe(v.string(), v.trim(), v.maxLength(longest));

/** A link into Zalo and nowhere else: it is shown to be clicked. */
const ZaloLink = v.union([
	v.literal(''),
	v.pipe(
		v.string(),
		v.trim(),
		v.regex(/^https:\/\/(zalo\.me|[\w-]+\.zalo\.me)\/\S+$/),
		v.maxLength(300),
	),
]);

export const TeamInput = v.pipe(
	v.strictObject({
		/** Left out: a new team. */
		id: v.optional(Id),
		unitId: Id,
		name: v.pipe(Text(200), v.minLength(2)),
		kind: v.optional(v.picklist(teamKinds), 'cnscd'),
		foundedOn: Day,
		reestablishedOn: v.optional(v.nullable(Day), null),
		/** Exclusive: the first day without the team. */
		closedOn: v.optional(v.nullable(Day), null),
		zaloGroupName: v.optional(Text(200), ''),
		zaloGroupLink: v.optional(ZaloLink, ''),
		/** Left out: as it stands. Likewise the households' group. */
		zaloParties: v.optional(
			v.pipe(
				v.array(v.picklist(zaloParties)),
				v.transform((named) => zaloParties.filter((party) => named.includes(party))),
			),
		),
		householdGroupName: v.optional(Text(200)),
		householdGroupLink: v.optional(ZaloLink),
	}),
	v.forward(
		v.check(
			({ foundedOn, reestablishedOn }) => reestablishedOn === null || reestablishedOn >= foundedOn,
			'not before the founding',
		),
		['reestablishedOn'],
	),
	v.forward(
		v.check(
			({ foundedOn, closedOn }) => closedOn === null || closedOn > foundedOn,
			'after the founding',
		),
		['closedOn'],
	),
);
export type TeamInput = v.InferOutput<typeof TeamInput>;

export const MemberInput = v.pipe(
	v.strictObject({
		/** Left out: a new row. */
		id: v.optional(Id),
		teamId: Id,
		fullName: v.pipe(Text(100), v.minLength(2)),
		role: v.optional(v.picklist(memberRoles), 'member'),
		position: v.optional(Text(200), ''),
		organisation: v.optional(Text(200), ''),
		/** Left out: as it stands, or as with the row that this one continues. Likewise the next two. */
		organisationKind: v.optional(v.nullable(v.picklist(memberOrigins))),
		smartphone: v.optional(v.nullable(v.boolean())),
		zaloContact: v.optional(v.boolean()),
		youth: v.optional(v.boolean(), false),
		/** As people write numbers; stored as digits. */
		phone: v.optional(
			v.nullable(
				v.pipe(
					Text(40),
					v.check((text) => parsePhone(text) !== undefined, 'must be a Vietnamese number'),
					v.transform((text) => parsePhone(text) ?? null),
				),
			),
			null,
		),
		skills: v.optional(
			v.pipe(
				v.array(v.picklist(digitalSkills)),
				v.transform((skills) => [...new Set(skills)].sort()),
			),
			[],
		),
		fromOn: Day,
		/** Exclusive; null while the member serves. */
		untilOn: v.optional(v.nullable(Day), null),
		/** The same person's row before this one. */
		continuesId: v.optional(v.nullable(Id), null),
	}),
	v.forward(
		v.check(
			({ fromOn, untilOn }) => untilOn === null || untilOn >= fromOn,
			'not before the first day',
		),
		['untilOn'],
	),
);
export type MemberInput = v.InferOutput<typeof MemberInput>;

export const PaperInput = v.pipe(
	v.strictObject({
		kind: v.picklist(paperKinds),
		number: v.optional(Text(60), ''),
		issuedOn: v.optional(v.nullable(Day), null),
		year: v.optional(
			v.nullable(v.pipe(v.number(), v.integer(), v.minValue(2020), v.maxValue(2100))),
			null,
		),
	}),
	v.forward(
		v.check(
			({ kind, year }) => (kind === 'yearlyPlan') === (year !== null),
			'a yearly plan has a year',
		),
		['year'],
	),
);
export type PaperInput = v.InferOutput<typeof PaperInput>;
