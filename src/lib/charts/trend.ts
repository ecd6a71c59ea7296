/** One month of a line. */
export interface TrendMonth {
	/** Under the axis: `10/2026`. */
	label: string;
	/** Share 0–1; null = unknown. */
	value: number | null;
	/** The share alone, as it stands at its point; empty where it is unknown. */
	figure: string;
	/** The value as people read it, or why there is none. */
	text: string;
	/** Further columns of the table, in the order of its headings. */
	cells: string[];
}

/** A level to be reached, drawn across. */
export interface TrendTarget {
	/** Share 0–1. */
	value: number;
	label: string;
}

/** What happened in a month, drawn upright in it; one a month. */
export interface TrendMark {
	/** Index of the month. */
	at: number;
	/** Written beside it where there is room. */
	label: string;
	/** All that happened in the month, for the pointer and the table. */
	text: string;
	/** A tick on the axis, with nothing beside it. */
	small: boolean;
}

/** A second line of the same months, of somebody who is pointed at. */
export interface TrendBeside {
	name: string;
	/** Shares 0–1 by month; null = unknown. */
	values: (number | null)[];
	/** As they are written, by month; empty where it is unknown. */
	figures: string[];
}

/** All that a chart shows of one month, in words. */
export function sayMonth(
	{
		months,
		marks,
		beside,
	}: { months: TrendMonth[]; marks: TrendMark[]; beside: TrendBeside | null },
	at: number,
): string {
	const said = months[at];
	const other = beside?.figures[at];
	const besides = beside && other ? `; ${beside.name}: ${other}` : '';
	const mark = marks.find((one) => one.at === at);
	const happened = mark ? `; ${mark.text}` : '';
	return said ? `${said.label}: ${said.text}${besides}${happened}` : '';
}
