import type { Unit } from '../../../contracts/admin-units';
import { spanAfter, type Span } from '../span';
import { uncapitalised, unitTitle } from '../wording';

/** How headings name the period after a span; months of the clerk's own choosing have none. */
export const nextPeriodName = (span: Span): string =>
	span.kind === 'custom' ? 'thời gian tới' : spanAfter(span).name;

/** What a paper is about, until its clerk words it: `Kết quả hoạt động … năm 2022`, a line each. */
export function titleOf(span: Span, unit: Pick<Unit, 'kind' | 'name'>, nextPeriod: string): string {
	const results = 'Kết quả hoạt động Tổ công nghệ số cộng đồng';
	const where = `trên địa bàn ${unitTitle(unit)}`;
	return span.kind === 'custom'
		? `${results}\n${span.name}\n${where}`
		: `${results} ${span.name}\nvà phương hướng hoạt động ${nextPeriod}\n${where}`;
}

/** The same within a sentence: `kết quả hoạt động … năm 2022`. */
export const titleInText = (title: string): string =>
	uncapitalised(title.replace(/\s*\n\s*/g, ' ').replace(/[.;,\s]+$/, ''));
