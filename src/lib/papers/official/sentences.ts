import { changeText, reachedText, statedText } from './figures';
import type { PeriodicReport, ReportLine } from './periodic-report';
import { countedIn } from './wording';

const part = /^–\s*(?:trong đó\s+)?/;

/**
 * Lines as sentences: `- Buổi tập huấn cho người dân: 39, trong đó: về thương mại điện tử 13; …`. A
 * share stands with the count that it is a share of: `- Thôn có tổ: 101/101 (100%).` Only lines with
 * a value; parts follow their whole.
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
	const figure = (line: ReportLine) => {
		if (line.code === 'households') return reviewedText(line, register);
		const share = shares.get(line.code);
		if (!share) return figureText(line);
		const all = ownDenominator(lines, share);
		if (all) said.add(all.code);
		return `${all ? overAll(line, all) : figureText(line)} (${figureText(share)})`;
	};

	const wholes: { line: ReportLine; text: string; parts: string[] }[] = [];
	for (const line of lines) {
		const name = line.name.replace(part, '');
		const whole = wholes.at(-1);
		if (said.has(line.code)) continue;
		if (part.test(line.name) && whole) whole.parts.push(`${name} ${figure(line)}`);
		else wholes.push({ line, text: `${name}: ${figure(line)}`, parts: [] });
	}
	return wholes.map(({ line, text, parts }) => {
		// Households are as many as were reported on: only their shares can be compared.
		const compares = line.countingUnit === 'households' ? shares.get(line.code) : line;
		const isShare = compares?.countingUnit === 'share';
		const change = changeText(compares?.value ?? null, compares?.previous ?? null, isShare);
		const compared = change === '' ? '' : `, ${change} so với kỳ trước`;
		const aimed = [line, shares.get(line.code)].find((one) => one?.target);
		const among = parts.length === 0 ? '' : `, trong đó: ${parts.join('; ')}`;
		return `- ${text}${compared}${aimed ? targetText(aimed) : ''}${among}.`;
	});
}

/** `, lũy kế từ đầu năm bằng 62,5% chỉ tiêu năm (400 người)`; empty while nothing of the year is known. */
function targetText({ target, value: now, countingUnit }: ReportLine): string {
	const part = reachedText(target);
	if (!target || part === '') return '';
	const isSum = target.reached?.value !== now?.value;
	const all = figureText({ value: target.value, countingUnit });
	return `, ${isSum ? 'lũy kế từ đầu năm ' : ''}bằng ${part} chỉ tiêu năm (${all})`;
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
function reviewedText(line: ReportLine, register: number | null): string {
	const { value } = line;
	if (!value || !register) return figureText(line);
	const share = { value: value.value / register, qualifier: value.qualifier };
	const all = statedText({ value: register, qualifier: '=' }, false);
	return `${statedText(value, false)} hộ có báo cáo trên ${all} hộ (${statedText(share, true)})`;
}

function overAll({ value, countingUnit }: ReportLine, all: ReportLine): string {
	if (!value || !all.value) return '';
	return `${statedText(value, false)}/${statedText(all.value, false)}${countedIn[countingUnit]}`;
}

/** `hơn 8.000 lượt`. */
export function figureText({ value, countingUnit }: Pick<ReportLine, 'value' | 'countingUnit'>) {
	if (!value) return '';
	return statedText(value, countingUnit === 'share') + countedIn[countingUnit];
}
