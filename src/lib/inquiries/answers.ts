import type { AnswerValues, Question } from '../contracts/inquiries';
import { isDay } from '../contracts/local-time';

/** What is wrong with an answer; messages are names of rules. */
export interface AnswerProblem {
	/** The question's key. */
	field: string;
	rule: string;
	message: string;
	numbers?: Record<string, number>;
}

const mostText = 2000;

/** What is wrong with what was said, whether or not everything was. */
export function faultsOf(
	questions: readonly Question[],
	answers: Readonly<AnswerValues>,
): AnswerProblem[] {
	return questions.flatMap((question) => {
		const value = answers[question.key];
		if (value === undefined) return [];
		const rule = faultOf(question, value);
		if (rule === undefined) return [];
		const { least, most } = question;
		const numbers = { ...(least === null ? {} : { least }), ...(most === null ? {} : { most }) };
		return [{ field: question.key, rule, message: `breaks the rule ${rule}`, numbers }];
	});
}

function faultOf(question: Question, value: AnswerValues[string]): string | undefined {
	switch (question.kind) {
		case 'number': {
			if (typeof value !== 'number' || !Number.isFinite(value)) return 'number';
			if (question.least !== null && value < question.least) return 'tooSmall';
			return question.most !== null && value > question.most ? 'tooLarge' : undefined;
		}
		case 'choice': {
			if (!Array.isArray(value) || value.some((each) => !question.options.includes(each)))
				return 'choose';
			return value.length > 1 && !question.several ? 'onlyOne' : undefined;
		}
		case 'date':
			return typeof value === 'string' && isDay(value) ? undefined : 'day';
		case 'text':
			return typeof value !== 'string' || value.length > mostText ? 'tooLong' : undefined;
		case 'file':
			return typeof value === 'number' ? undefined : 'choose';
	}
}

/** The same, and what must be answered and isn't: what stands against handing it in. */
export function lacksOf(
	questions: readonly Question[],
	answers: Readonly<AnswerValues>,
): AnswerProblem[] {
	return [
		...questions
			.filter(({ key, required }) => required && answers[key] === undefined)
			.map(({ key }) => ({ field: key, rule: 'required', message: 'has to be answered' })),
		...faultsOf(questions, answers),
	];
}
