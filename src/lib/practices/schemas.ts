import * as v from 'valibot';
import { digitalSkills } from '../contracts/teams/teams';

export const longest = { title: 120, doing: 4000, result: 2000, comment: 1000, description: 200 };
export const mostPhotos = 6;

/** Ten digits from 0 on, or +84, however they are grouped: a practice is read by everybody. */
const phoneNumber = /(?:\+84|\b0)(?:[\s.-]?\d){9}\b/;

const text = (rule: string, least: number, most: number) =>
	v.pipe(
		v.string(rule),
		v.trim(),
		v.minLength(least, rule),
		v.maxLength(most, 'tooLong'),
		v.check((given) => !phoneNumber.test(given), 'phone'),
	);

/** A practice as it is written; messages are names of rules. */
export const PracticeText = v.object({
	title: text('title', 8, longest.title),
	skill: v.nullable(v.picklist(digitalSkills, 'choose')),
	doing: text('doing', 30, longest.doing),
	result: text('result', 10, longest.result),
});

export const NewPractice = v.object({
	...PracticeText.entries,
	unitId: v.pipe(v.number('choose'), v.integer('choose'), v.minValue(1, 'choose')),
});

export const NewPhoto = v.object({
	description: text('description', 5, longest.description),
	withoutFaces: v.boolean(),
});

const Comment = v.pipe(v.string(), v.trim(), v.maxLength(longest.comment, 'tooLong'));
const Reason = v.pipe(Comment, v.minLength(5, 'comment'));

/** What a reviewer decides. Publishing asks for the word that nobody is named. */
export const Review = v.variant('decision', [
	v.object({ decision: v.literal('returned'), comment: Reason }),
	v.object({ decision: v.literal('withdrawn'), comment: Reason }),
	v.object({
		decision: v.literal('published'),
		comment: Comment,
		namesNobody: v.literal(true, 'namesNobody'),
	}),
]);
export type Review = v.InferOutput<typeof Review>;
