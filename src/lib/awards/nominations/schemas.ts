import * as v from 'valibot';
import { largestId } from '../../contracts/text/address';
import { candidateKinds } from '../../contracts/awards/candidates';
import { dossierParts, fileParts, recordKinds } from '../../contracts/awards/nominations';
import { isDay } from '../../contracts/local-time';

export const longest = { merits: 4000, reason: 1000, title: 200, basis: 500, number: 60 } as const;

const text = (rule: string, least: number, most: number) =>
	v.pipe(v.string(rule), v.trim(), v.minLength(least, rule), v.maxLength(most, 'tooLong'));
const id = v.pipe(
	v.number('choose'),
	v.integer('choose'),
	v.minValue(1, 'choose'),
	v.maxValue(largestId, 'choose'),
);
const day = v.pipe(v.string('day'), v.check(isDay, 'day'));
const Reason = text('reason', 5, longest.reason);

/** Somebody put forward: a unit, one of its teams, or one of a team's members. Messages are names of rules. */
export const NewNomination = v.object({
	categoryId: id,
	unitId: id,
	teamId: v.nullable(id),
	memberId: v.nullable(id),
	merits: text('merits', 20, longest.merits),
});

export const NewEvidence = v.variant('part', [
	v.object({ part: v.literal('approvedReport'), period: text('choose', 4, 20) }),
	v.object({ part: v.literal('practice'), practiceId: id }),
	v.object({ part: v.literal('activity'), activityId: id }),
	v.object({ part: v.picklist(fileParts), title: text('title', 3, longest.title) }),
]);
export type NewEvidence = v.InferOutput<typeof NewEvidence>;

/** What may be done with a nomination, and what it becomes; those that need a reason say so. */
export const Step = v.variant('step', [
	v.object({ step: v.literal('submit') }),
	v.object({ step: v.literal('complete') }),
	v.object({ step: v.literal('list') }),
	v.object({ step: v.literal('return'), reason: Reason }),
	v.object({ step: v.literal('withdraw'), reason: Reason }),
]);
export type Step = v.InferOutput<typeof Step>;

/** The chair's decision on everybody who was before the council: who is named in it, and who isn't. */
export const Decision = v.object({
	decisionNumber: text('decisionNumber', 1, longest.number),
	decidedOn: day,
	awarded: v.array(id),
});

export const NewRecord = v.object({
	kind: v.picklist(recordKinds, 'choose'),
	unitId: id,
	teamId: v.nullable(id),
	memberId: v.nullable(id),
	happenedOn: day,
	title: text('title', 3, longest.title),
	achievement: v.pipe(v.string(), v.trim(), v.maxLength(longest.merits, 'tooLong')),
	source: text('source', 5, longest.basis),
});

/** What a season asks of a dossier, and when persons are erased from it. */
export const DossierRule = v.object({
	parts: v.array(
		v.object({
			part: v.picklist(dossierParts, 'choose'),
			kinds: v.pipe(v.array(v.picklist(candidateKinds, 'choose')), v.minLength(1, 'choose')),
			legalBasis: text('basis', 5, longest.basis),
		}),
	),
	eraseAfterMonths: v.pipe(
		v.number('months'),
		v.integer('months'),
		v.minValue(1, 'months'),
		v.maxValue(120, 'months'),
	),
	eraseBasis: text('basis', 5, longest.basis),
});
