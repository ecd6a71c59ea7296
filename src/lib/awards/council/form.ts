import { wholeNumber } from '../../contracts/text/address';
import type { RubricLine } from '../../contracts/awards/council';
import { candidateKinds } from '../../contracts/awards/candidates';

export type Entered = Record<string, string>;

/** `Kết quả | 60`, a line each; what isn't so fails the schema's rules. */
export const rubricFromText = (text: string): unknown[] =>
	text
		.split('\n')
		.filter((line) => line.trim() !== '')
		.map((line, index) => {
			const [name = '', most = ''] = line.split('|');
			return { code: `c${index + 1}`, name: name.trim(), most: wholeNumber(most.trim()) };
		});

export const rubricText = (rubric: readonly RubricLine[]): string =>
	rubric.map(({ name, most }) => `${name} | ${most}`).join('\n');

export const councilFromForm = (entered: Entered, blind: readonly string[]): unknown => ({
	...{ decisionNumber: entered['decisionNumber'] ?? '', decidedOn: entered['decidedOn'] ?? '' },
	rubric: rubricFromText(entered['rubric'] ?? ''),
	blindKinds: candidateKinds.filter((kind) => blind.includes(kind)),
	countdownSeconds: wholeNumber(entered['countdownSeconds']),
});

export const presenceFromForm = (entered: Entered): unknown => ({
	memberId: wholeNumber(entered['memberId']),
	present: entered['present'] === 'yes',
});

export const conflictFromForm = (entered: Entered): unknown => ({
	nominationId: wholeNumber(entered['nominationId']),
	memberId: wholeNumber(entered['memberId']),
	...{ ground: entered['ground'], tie: entered['tie'], reason: entered['reason'] ?? '' },
});

/** Fields `points.CODE` and `reason.CODE` of each line of the rubric. */
export const reviewFromForm = (entered: Entered): unknown => ({
	scores: Object.keys(entered)
		.filter((name) => name.startsWith('points.'))
		.map((name) => {
			const code = name.slice('points.'.length);
			const typed = entered[name] ?? '';
			const points = /^\d{1,3}$/.test(typed) ? Number(typed) : null;
			return { code, points, reason: entered[`reason.${code}`] ?? '' };
		}),
});
