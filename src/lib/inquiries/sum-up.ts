import type { AnswerValues, Question } from '../contracts/inquiries';

/** What one unit answered. */
export interface UnitAnswer {
	unitId: number;
	answers: Readonly<AnswerValues>;
}

/** What all answers to a question say together. */
export type QuestionSum = { question: Question; answered: number } & (
	| { kind: 'number'; sum: number | null; least: number | null; most: number | null }
	| { kind: 'choice'; options: { option: string; count: number; share: number }[] }
	| { kind: 'list'; entries: { unitId: number; value: string | number }[] }
);

/** Exact to what people type: a sum of tenths isn't told with noise behind it. */
const exact = (number: number) => Number(number.toPrecision(15));

/**
 * Of numbers the sum (where they may be added), the smallest and the largest; of choices how many chose
 * each and which share of those who answered; of anything else a list.
 */
export const sumUp = (
	questions: readonly Question[],
	answers: readonly UnitAnswer[],
): QuestionSum[] => questions.map((question) => sumOf(question, answers));

function sumOf(question: Question, all: readonly UnitAnswer[]): QuestionSum {
	const given = all.flatMap(({ unitId, answers }) => {
		const value = answers[question.key];
		return value === undefined ? [] : [{ unitId, value }];
	});
	const answered = given.length;
	if (question.kind === 'number') {
		const numbers = given.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
		const isAdded = question.summed && numbers.length > 0;
		return {
			...{ kind: 'number', question, answered },
			sum: isAdded ? exact(numbers.reduce((sum, number) => sum + number, 0)) : null,
			least: numbers.length > 0 ? Math.min(...numbers) : null,
			most: numbers.length > 0 ? Math.max(...numbers) : null,
		};
	}
	if (question.kind === 'choice') {
		const chosen = given.map(({ value }) => (Array.isArray(value) ? value : []));
		// What an earlier version offered was chosen all the same.
		const options = [...new Set([...question.options, ...chosen.flat()])];
		return {
			...{ kind: 'choice', question, answered },
			options: options.map((option) => {
				const count = chosen.filter((each) => each.includes(option)).length;
				return { option, count, share: answered === 0 ? 0 : count / answered };
			}),
		};
	}
	return {
		...{ kind: 'list', question, answered },
		entries: given.flatMap(({ unitId, value }) =>
			Array.isArray(value) ? [] : [{ unitId, value }],
		),
	};
}
