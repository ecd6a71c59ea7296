import * as v from 'valibot';

const longest = 400;
const line = v.pipe(
	v.string('text'),
	v.trim(),
	v.minLength(2, 'text'),
	v.maxLength(longest, 'tooLong'),
);
const mayBeEmpty = v.pipe(v.string('text'), v.trim(), v.maxLength(longest, 'tooLong'));
const lines = v.pipe(
	v.array(v.pipe(v.string(), v.trim(), v.maxLength(longest, 'tooLong'))),
	v.transform((given) => given.filter((each) => each !== '')),
	v.minLength(1, 'text'),
	v.maxLength(20, 'tooMany'),
);

/**
 * What a province's papers of a season say that another's don't. Numbers and dates of papers are no
 * settings: the clerk writes them.
 * - `submittingBody` draws up the submission letter, `superiorBody` stands above it;
 * - `decidingBody` issues the decision of `decidingOfficer`;
 * - `awardName` what is given, `occasion` on which day;
 * - `legalBases` papers that the decision rests on, each without its closing mark;
 * - `…Suffix` what follows the number of a paper, `…Signature` the lines above a name;
 * - `prize` what comes with the award, as an article of the decision.
 */
export const AwardPaperSettings = v.object({
	superiorBody: mayBeEmpty,
	submittingBody: line,
	appraisingBody: line,
	decidingBody: line,
	decidingOfficer: line,
	councilName: line,
	awardName: line,
	occasion: line,
	place: line,
	submissionSuffix: line,
	minutesSuffix: line,
	decisionSuffix: line,
	legalBases: lines,
	prize: line,
	submissionRecipients: lines,
	decisionRecipients: lines,
	submissionSignature: lines,
	submissionSignatory: mayBeEmpty,
	decisionSignature: lines,
	decisionSignatory: mayBeEmpty,
});
export type AwardPaperSettings = v.InferOutput<typeof AwardPaperSettings>;

/** The settings that are lists, a line of a form each. */
export const listSettings = [
	'legalBases',
	'submissionRecipients',
	'decisionRecipients',
	'submissionSignature',
	'decisionSignature',
] as const satisfies readonly (keyof AwardPaperSettings)[];

/** What can be drawn up of a season; the report and the dossier are of one nominee. */
export const seasonPapers = ['submission', 'list', 'listWorkbook', 'minutes', 'decision'] as const;
export const nomineePapers = ['report', 'dossier'] as const;
export type AwardPaper = (typeof seasonPapers)[number] | (typeof nomineePapers)[number];
