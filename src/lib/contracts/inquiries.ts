/** How far an inquiry is. That its deadline has passed follows from the clock. */
export const inquiryStates = ['draft', 'sent', 'closed', 'withdrawn'] as const;
export type InquiryState = (typeof inquiryStates)[number];

export const questionKinds = ['number', 'choice', 'text', 'date', 'file'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** What an inquiry starts from. */
export const inquiryTemplates = ['empty', 'contacts', 'teams', 'courses'] as const;
export type InquiryTemplate = (typeof inquiryTemplates)[number];

/** Levels whose units can be asked by one above them. */
export const askedLevels = ['province', 'district', 'commune', 'village', 'organisation'] as const;
export type AskedLevel = (typeof askedLevels)[number];

export interface Question {
	/** `q3`; the same from version to version, so that answers find it. */
	key: string;
	kind: QuestionKind;
	label: string;
	explanation: string;
	required: boolean;
	/** Of a number: what it is counted in, its bounds, and whether it adds up across units. */
	unit: string;
	least: number | null;
	most: number | null;
	summed: boolean;
	/** Of a choice. */
	options: string[];
	several: boolean;
}

/** By a question's key: a number, a text or day, chosen options, or the id of a stored file. */
export type AnswerValues = Record<string, number | string | string[]>;

/** Who is asked: every unit of a level below the asker, or of these only those that are named. */
export interface Audience {
	level: AskedLevel;
	/** Empty: all of the level. */
	unitIds: number[];
}

/** What happens to an inquiry, in the words of its history. */
export type InquiryChange = 'drawnUp' | 'sent' | 'extended' | 'corrected' | 'closed' | 'withdrawn';

/** Where a unit's answer stands. */
export const answerStandings = ['onTime', 'late', 'pending', 'missing'] as const;
export type AnswerStanding = (typeof answerStandings)[number];
