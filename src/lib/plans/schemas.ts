import * as v from 'valibot';
import { largestId } from '../contracts/text/address';
import { isDay } from '../contracts/local-time';
import { planTemplates, taskAudiences } from '../contracts/plans';

export const longest = { title: 200, number: 60, what: 500, short: 200, note: 1000 } as const;

export const text = (most: number, least = 0) =>
	v.pipe(v.string('text'), v.trim(), v.minLength(least, 'text'), v.maxLength(most, 'tooLong'));
export const Day = v.pipe(v.string('day'), v.check(isDay, 'day'));
export const Id = v.pipe(
	v.number('choose'),
	v.integer('choose'),
	v.minValue(1, 'choose'),
	v.maxValue(largestId, 'choose'),
);

/** A plan as it is begun; messages are names of rules. */
export const NewPlan = v.object({
	unitId: Id,
	/** Null for the unit's own plan. */
	teamId: v.optional(v.nullable(Id), null),
	year: v.pipe(
		v.number('year'),
		v.integer('year'),
		v.minValue(2000, 'year'),
		v.maxValue(2199, 'year'),
	),
	title: text(longest.title, 5),
	number: text(longest.number),
	issuedOn: v.nullable(Day),
	template: v.picklist(planTemplates, 'choose'),
});

export const ChosenBasis = v.object({ directiveId: Id });

const Content = v.object({
	what: text(longest.what, 5),
	lead: text(longest.short, 2),
	/** Of a team's plan: who of its members does it. */
	memberId: v.optional(v.nullable(Id), null),
	place: text(longest.short),
	startsOn: Day,
	dueOn: Day,
	product: text(longest.short),
});

export const NewTask = v.pipe(
	v.object({ ...Content.entries, audience: v.picklist(taskAudiences, 'choose') }),
	v.forward(
		v.check(({ startsOn, dueOn }) => dueOn >= startsOn, 'endsBeforeStart'),
		['dueOn'],
	),
);

const Reason = text(longest.note, 5);

export const TaskChange = v.pipe(
	v.object({ ...Content.entries, reason: Reason }),
	v.forward(
		v.check(({ startsOn, dueOn }) => dueOn >= startsOn, 'endsBeforeStart'),
		['dueOn'],
	),
);

export const Reasoned = v.object({ reason: Reason });

export const Finished = v.object({ unitId: Id, doneOn: Day, result: text(longest.note) });

export const Reopened = v.object({ unitId: Id, reason: Reason });
