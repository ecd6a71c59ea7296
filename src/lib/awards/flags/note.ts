import type { Flag, FlagCase, FlagCode } from '../../contracts/awards/flags';

/** What a unit said about something odd. */
export interface FlagAnswer {
	text: string;
	by: string;
	/** ISO instant. */
	at: string;
}

export interface NotedFlag {
	code: FlagCode;
	cases: FlagCase[];
	/** Oldest first. */
	answers: FlagAnswer[];
	/** Whether some report that it is seen in came after the last answer, or nobody answered. */
	isOpen: boolean;
}

export type GivenAnswer = FlagAnswer & { code: FlagCode; unitId: number; reportIds: number[] };

/** All reports that a flag is seen in. */
export const reportsOf = (cases: readonly FlagCase[]): number[] => [
	...new Set(cases.flatMap(({ reportIds }) => reportIds)),
];

/** Flags of one unit with what it answered. */
export function noteFlags(flags: readonly Flag[], answers: readonly GivenAnswer[]): NotedFlag[] {
	return flags.map(({ code, cases }) => {
		const given = answers.filter((answer) => answer.code === code);
		const answered = new Set(given.flatMap(({ reportIds }) => reportIds));
		return {
			...{ code, cases },
			answers: given.map(({ text, by, at }) => ({ text, by, at })),
			isOpen: !cases.every(({ reportIds }) => reportIds.every((id) => answered.has(id))),
		};
	});
}
