import type { Question } from '../contracts/inquiries';
import type { Entered } from './form';

const typed = (value: number | null) => (value === null ? '' : String(value).replace('.', ','));

/** A question as its form's fields have it. */
export const enteredOf = (question: Question): Entered => ({
	...{ kind: question.kind, label: question.label, explanation: question.explanation },
	...{ unit: question.unit, options: question.options.join('\n') },
	...{ least: typed(question.least), most: typed(question.most) },
	...(question.required && { required: 'on' }),
	...(question.summed && { summed: 'on' }),
	...(question.several && { several: 'on' }),
});
