import { addMonths, lastDayOf } from '../../contracts/local-time';

/** What a periodic report is about: whole months. */
export interface Span {
	/** `2026-10`, `2026-Q4`, `2026-H1`, `2026` or `2022-01..2024-10`. */
	code: string;
	kind: 'month' | 'quarter' | 'half' | 'year' | 'custom';
	/** First and last local day, both inclusive. */
	startsOn: string;
	endsOn: string;
	/** `tháng 10 năm 2026`, as an official paper names it. */
	name: string;
}

const quarters = ['I', 'II', 'III', 'IV'];
const mostMonths = 120;

/** Undefined for what is no span. */
export function parseSpan(code: string): Span | undefined {
	const [, from, to] =
		/^(20\d\d-(?:0[1-9]|1[0-2]))\.\.(20\d\d-(?:0[1-9]|1[0-2]))$/.exec(code) ?? [];
	if (from !== undefined && to !== undefined)
		return from <= to && monthsBetween(from, to) <= mostMonths
			? spanOf(code, 'custom', from, to, `từ ${monthName(from)} đến ${monthName(to)}`)
			: undefined;
	const match = /^(20\d\d)(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/.exec(code);
	if (!match) return undefined;
	const [, year = '', month, quarter, half] = match;
	if (month !== undefined) return spanOf(code, 'month', code, code, monthName(code));
	if (quarter !== undefined) {
		const first = addMonths(`${year}-01`, (Number(quarter) - 1) * 3);
		const name = `quý ${quarters[Number(quarter) - 1]} năm ${year}`;
		return spanOf(code, 'quarter', first, addMonths(first, 2), name);
	}
	if (half !== undefined) {
		const first = half === '1' ? `${year}-01` : `${year}-07`;
		const name = `6 tháng ${half === '1' ? 'đầu' : 'cuối'} năm ${year}`;
		return spanOf(code, 'half', first, addMonths(first, 5), name);
	}
	return spanOf(code, 'year', `${year}-01`, `${year}-12`, `năm ${year}`);
}

/** The year that a span lies in; null when it lies in several. */
export function yearOf({ startsOn, endsOn }: Pick<Span, 'startsOn' | 'endsOn'>): number | null {
	const year = endsOn.slice(0, 4);
	return startsOn.startsWith(year) ? Number(year) : null;
}

/** As many months, right before. */
export const spanBefore = (span: Span): Span => moved(span, -1);

/** As many months, right after. */
export const spanAfter = (span: Span): Span => moved(span, 1);

function moved({ kind, startsOn, endsOn }: Span, steps: 1 | -1): Span {
	const months = monthsBetween(startsOn.slice(0, 7), endsOn.slice(0, 7));
	const from = addMonths(startsOn.slice(0, 7), steps * months);
	const to = addMonths(from, months - 1);
	const year = from.slice(0, 4);
	const month = Number(from.slice(5));
	const codes: Record<Span['kind'], string> = {
		month: from,
		quarter: `${year}-Q${(month + 2) / 3}`,
		half: `${year}-H${month === 1 ? 1 : 2}`,
		year,
		custom: `${from}..${to}`,
	};
	return parseSpan(codes[kind]) ?? spanOf(codes.custom, 'custom', from, to, '');
}

function spanOf(code: string, kind: Span['kind'], from: string, to: string, name: string): Span {
	const endsOn = lastDayOf(to);
	return { code, kind, startsOn: `${from}-01`, endsOn, name };
}

function monthsBetween(from: string, to: string): number {
	const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
	return index(to) - index(from) + 1;
}

const monthName = (month: string) => `tháng ${Number(month.slice(5))} năm ${month.slice(0, 4)}`;

/**
 * The spans that have begun, as codes: months first, then the longer ones.
 * @param months newest first.
 */
export function spanChoices(months: readonly string[]): string[] {
	const longer = (codeOf: (year: string, month: number) => string) => [
		...new Set(months.map((month) => codeOf(month.slice(0, 4), Number(month.slice(5))))),
	];
	return [
		...months,
		...longer((year, month) => `${year}-Q${Math.ceil(month / 3)}`),
		...longer((year, month) => `${year}-H${month <= 6 ? 1 : 2}`),
		...longer((year) => year),
	];
}
