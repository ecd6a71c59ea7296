import { changeText, reachedText, statedText } from './figures';
import type { PeriodicReport, ReportLine } from './periodic-report';
import { phrases } from './phrases';
import { countedIn, joined } from './wording';

/**
 * Lines as sentences: `- Đã tổ chức 39 buổi …, trong đó 13 buổi về … và 26 buổi về ….` A share stands
 * with the count that it is a share of: `- Có 101/101 thôn (100%) đã có tổ.` Nothing is said of what
 * is unknown or zero.
 */
export function sentences(
	lines: readonly ReportLine[],
	{ register }: Pick<PeriodicReport, 'register'>,
): string[] {
	const shares = new Map(
		lines.flatMap((line) => {
			const isWithCount = lines.some(({ code }) => code === line.ratio?.numerator);
			return line.ratio && line.countingUnit === 'share' && isWithCount
				? [[line.ratio.numerator, line] as const]
				: [];
		}),
	);
	const said = new Set([...shares.values()].map(({ code }) => code));
	const phrase = (line: ReportLine) => {
		if (line.code === 'households') return reviewed(line, register);
		const share = shares.get(line.code);
		if (!share) return inWords(line, numberText(line), '');
		const all = ownDenominator(lines, share);
		if (all) said.add(all.code);
		const number = all ? `${numberText(line)}/${numberText(all)}` : numberText(line);
		return inWords(line, number, numberText(share));
	};

	const wholes: { line: ReportLine; text: string; parts: string[] }[] = [];
	for (const line of lines) {
		if (said.has(line.code) || !line.value || line.value.value === 0) continue;
		const whole = wholes.find(({ line: { code } }) => code === line.partOf);
		if (whole) whole.parts.push(phrase(line));
		else wholes.push({ line, text: standingAlone(phrase(line)), parts: [] });
	}
	return wholes.map(({ line, text, parts }) => {
		// Households are as many as were reported on: only their shares can be compared.
		const compares = line.countingUnit === 'households' ? shares.get(line.code) : line;
		const isShare = compares?.countingUnit === 'share';
		const change = changeText(compares?.value ?? null, compares?.previous ?? null, isShare);
		const aimed = [line, shares.get(line.code)].find((one) => one?.target);
		const among = parts.length === 0 ? '' : `, trong đó ${joined(parts)}`;
		const about = [
			...(change === '' ? [] : [`${change} so với kỳ trước`]),
			...(aimed ? targetText(aimed) : []),
		].join('; ');
		return `- ${text}${among}${about === '' ? '' : `${among === '' ? ',' : ';'} ${about}`}.`;
	});
}

/** A count that no phrase is known for is named, and its number told. */
function inWords(line: ReportLine, number: string, share: string): string {
	const among = share === '' ? '' : ` (${share})`;
	const phrase = phrases[line.code];
	if (phrase === undefined)
		return `${line.name.replace(/^–\s*/, '')}: ${number}${countedIn[line.countingUnit]}${among}`;
	return phrase.replace('#', number).replace('%', among);
}

const standingAlone = (text: string) => (/^(?:\d|hơn |khoảng )/.test(text) ? `Có ${text}` : text);

/** `lũy kế từ đầu năm đạt 62,5% chỉ tiêu năm (400 người)`; nothing while nothing of the year is known. */
function targetText({ target, value: now, countingUnit }: ReportLine): string[] {
	const part = reachedText(target);
	if (!target || part === '') return [];
	const isSum = target.reached?.value !== now?.value;
	const all = figureText({ value: target.value, countingUnit });
	return [`${isSum ? 'lũy kế từ đầu năm ' : ''}đạt ${part} chỉ tiêu năm (${all})`];
}

/** What a share divides by, where nothing else does and it comes after the count: `communesRequired`. */
function ownDenominator(lines: readonly ReportLine[], { ratio }: ReportLine) {
	const code = ratio?.denominator;
	const users = lines.filter((line) => line.ratio?.denominator === code).length;
	const place = lines.findIndex((line) => line.code === code);
	const after = lines.findIndex((line) => line.code === ratio?.numerator) < place;
	return users === 1 && after ? lines[place] : undefined;
}

/** How much of the register the figures of households stand for: said first, for they mean little without. */
function reviewed(line: ReportLine, register: number | null): string {
	const { value } = line;
	if (!value || !register) return inWords(line, numberText(line), '');
	const share = { value: value.value / register, qualifier: value.qualifier };
	const all = statedText({ value: register, qualifier: '=' }, false);
	return inWords(line, `${numberText(line)}/${all}`, statedText(share, true));
}

const numberText = ({ value, countingUnit }: Pick<ReportLine, 'value' | 'countingUnit'>) =>
	value ? statedText(value, countingUnit === 'share') : '';

/** `hơn 8.000 lượt`. */
export function figureText(line: Pick<ReportLine, 'value' | 'countingUnit'>) {
	return line.value ? numberText(line) + countedIn[line.countingUnit] : '';
}
