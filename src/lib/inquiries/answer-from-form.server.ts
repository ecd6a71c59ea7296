import { wholeNumber } from '../contracts/text/address';
import type { Question } from '../contracts/inquiries';
import { textFields, textValues, uploadedFile } from '../server/form';
import { answersFromForm } from './form';
import type { GivenAnswer } from './save-answer.server';

/** The form's fields as an answer that `saveAnswer` takes. */
export function answerFromForm(
	questions: readonly Question[],
	data: FormData,
): Pick<GivenAnswer, 'version' | 'revision' | 'answers' | 'files' | 'withoutFile'> {
	const entered = textFields(data);
	const ofFiles = questions.filter(({ kind }) => kind === 'file').map(({ key }) => key);
	const files = ofFiles.flatMap((key): [string, File][] => {
		const file = uploadedFile(data, key);
		return file ? [[key, file]] : [];
	});
	return {
		version: wholeNumber(entered['version']) ?? 0,
		// Nothing was handed in yet where there is none.
		revision: wholeNumber(entered['revision']) ?? 0,
		answers: answersFromForm(questions, (name) => textValues(data, name)),
		files: Object.fromEntries(files),
		withoutFile: ofFiles.filter((key) => entered[`without-${key}`] === 'on'),
	};
}
