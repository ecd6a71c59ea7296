import { changeText, statedText } from './figures';
import type { PeriodicReport, ReportLine } from './periodic-report';
import { countedIn } from './wording';

const part = /^–\s*(?:trong đó\s+)?/;

/**
 * Lines as sentences: `- Buổi tập huấn cho người dân: 39, trong đó: về thương mại điện tử 13; …`.
 * Only lines with a value; parts follow their whole.
 */
export function sentences(
	lines: readonly ReportLine[],
	{ previous }: Pick<PeriodicReport, 'previous'>,
): string[] {
	const wholes: { line: ReportLine; parts: ReportLine[] }[] = [];
	for (const line of lines) {
		const whole = wholes.at(-1);
		if (part.test(line.name) && whole) whole.parts.push(line);
		else wholes.push({ line, parts: [] });
	}
	return wholes.map(({ line, parts }) => {
		const change = changeText(line.value, line.previous, line.countingUnit === 'share');
		const compared = change === '' ? '' : ` (so với ${previous.name}: ${change})`;
		const among = parts.map((one) => `${one.name.replace(part, '')} ${figureText(one)}`).join('; ');
		return `- ${line.name.replace(part, '')}: ${figureText(line)}${compared}${among === '' ? '' : `, trong đó: ${among}`}.`;
	});
}

/** `hơn 8.000 lượt`. */
export function figureText({ value, countingUnit }: Pick<ReportLine, 'value' | 'countingUnit'>) {
	if (!value) return '';
	return statedText(value, countingUnit === 'share') + countedIn[countingUnit];
}
