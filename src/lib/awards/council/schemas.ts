import * as v from 'valibot';
import { largestId } from '../../contracts/text/address';
import {
	ballotChoices,
	councilPhases,
	councilSeats,
	conflictGrounds,
} from '../../contracts/awards/council';
import { candidateKinds } from '../../contracts/awards/candidates';
import { isDay } from '../../contracts/local-time';

export const longest = {
	number: 60,
	position: 120,
	reason: 1000,
	comment: 2000,
	line: 120,
} as const;
export const mostPoints = 100;

const text = (rule: string, least: number, most: number) =>
	v.pipe(v.string(rule), v.trim(), v.minLength(least, rule), v.maxLength(most, 'tooLong'));
const whole = (rule: string, least: number, most: number) =>
	v.pipe(v.number(rule), v.integer(rule), v.minValue(least, rule), v.maxValue(most, rule));
const id = whole('choose', 1, largestId);
export const Reason = text('reason', 5, longest.reason);

/** By which decision the council sits, and by which rules it scores. Messages are names of rules. */
export const CouncilDecision = v.object({
	decisionNumber: text('decisionNumber', 1, longest.number),
	decidedOn: v.pipe(v.string('day'), v.check(isDay, 'day')),
	blindKinds: v.array(v.picklist(candidateKinds, 'choose')),
	rubric: v.pipe(
		v.array(
			v.object({
				code: text('line', 1, longest.line),
				name: text('line', 3, longest.line),
				most: whole('points', 1, mostPoints),
			}),
		),
		v.minLength(1, 'rubric'),
		v.maxLength(12, 'rubric'),
	),
	countdownSeconds: whole('seconds', 10, 3600),
});

export const NewMember = v.object({
	account: text('account', 1, longest.position),
	seat: v.picklist(councilSeats, 'choose'),
	position: text('position', 2, longest.position),
});

export const NextPhase = v.object({ phase: v.picklist(councilPhases, 'choose') });
export const Presence = v.object({ memberId: id, present: v.boolean() });
export const Declaration = v.object({ nominationId: id, reason: Reason });
export const Dismissal = v.object({
	...{ nominationId: id, memberId: id, reason: Reason },
	tie: text('choose', 1, longest.line),
	ground: v.picklist(
		conflictGrounds.filter((ground) => ground !== 'declared'),
		'choose',
	),
});

/** What a member thinks of a nominee, line by line, each with its reason. */
export const Review = v.object({
	scores: v.array(
		v.object({
			code: v.string(),
			points: whole('points', 0, mostPoints),
			reason: text('scoreReason', 5, longest.reason),
		}),
	),
});
export const Comment = v.object({ text: text('comment', 3, longest.comment) });
export const Ballot = v.object({ choice: v.picklist(ballotChoices, 'choose') });
