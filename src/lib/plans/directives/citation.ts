import type { CitedPaper } from '../../contracts/directives';
import { directives } from '../../messages/vi/plans/directives';

/**
 * How a paper cites another, in Vietnamese whatever the reader speaks: `Quyết định số 828/QĐ-UBND ngày
 * 30/3/2022 của UBND huyện Kim Thành về việc thành lập tổ công nghệ số cộng đồng`.
 */
export function citationOf({ kind, number, issuedOn, issuer, subject }: CitedPaper): string {
	const title = kind === 'other' ? 'Văn bản' : directives.kinds[kind];
	const paper = `${title} số ${number} ngày ${dayText(issuedOn)} của ${issuer}`;
	return subject === '' ? paper : `${paper} ${aboutText(subject, title)}`;
}

/** Days below 10 and months below 3 get a zero in front, as the form of official papers has it. */
function dayText(day: string): string {
	const [year = '', month = '', date = ''] = day.split('-');
	return `${date}/${Number(month) < 3 ? month : Number(month)}/${year}`;
}

/** What it is about goes on from the title, which some repeat in the subject. */
function aboutText(subject: string, title: string): string {
	const repeated = subject.toLowerCase().startsWith(`${title.toLowerCase()} `);
	const rest = repeated ? subject.slice(title.length + 1) : subject;
	const plain = rest.replace(/[.;\s]+$/u, '');
	if (/^(về|ban hành|quy định|hướng dẫn)(?!\p{L})/iu.test(plain))
		return plain.charAt(0).toLowerCase() + plain.slice(1);
	// A name of something keeps its capitals: `VNeID`, `Đề án 06`.
	const [first = ''] = plain.split(' ');
	const isName = /\p{L}.*\p{Lu}/u.test(first) || /^(Đề án|Dự án|Chương trình) /u.test(plain);
	return `về việc ${isName ? plain : plain.charAt(0).toLowerCase() + plain.slice(1)}`;
}

/** The lines of a paper's basis: `Căn cứ …;`, the last one with a full stop. */
export const basisLines = (papers: readonly CitedPaper[]): string[] =>
	papers.map(
		(paper, index) => `Căn cứ ${citationOf(paper)}${index === papers.length - 1 ? '.' : ';'}`,
	);
