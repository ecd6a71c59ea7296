import { addMonths } from '../../contracts/local-time';
import { parseSpan, type Span } from './span';

/** From which reports a span's figures are put together. */
export interface Sources {
	/** Codes of the periods that were reported, in order: months, and quarters or years as such. */
	periods: string[];
	/** Codes of the span's months of which no report says anything. */
	missing: string[];
}

/** @param reported codes of periods within the span, in any order. */
export function sourcesOf(
	{ startsOn, endsOn }: Pick<Span, 'startsOn' | 'endsOn'>,
	reported: readonly string[],
): Sources {
	const spans = [...new Set(reported)]
		.flatMap((code) => parseSpan(code) ?? [])
		.sort((a, b) => a.endsOn.localeCompare(b.endsOn) || b.startsOn.localeCompare(a.startsOn));
	const missing: string[] = [];
	for (let month = startsOn.slice(0, 7); month <= endsOn.slice(0, 7); month = addMonths(month, 1))
		if (!spans.some((span) => span.startsOn <= `${month}-01` && `${month}-01` <= span.endsOn))
			missing.push(month);
	return { periods: spans.map(({ code }) => code), missing };
}

/** One after the other: the first and the last of months in a row, where they are more than two. */
export function inRows(codes: readonly string[]): { from: string; to: string }[] {
	const rows: { from: string; to: string }[] = [];
	for (const code of codes) {
		const last = rows.at(-1);
		const follows = last !== undefined && isMonth(last.to) && addMonths(last.to, 1) === code;
		if (follows) last.to = code;
		else rows.push({ from: code, to: code });
	}
	return rows;
}

const isMonth = (code: string) => /^\d{4}-\d\d$/.test(code);
