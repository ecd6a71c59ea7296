import { statedText } from '../figures';
import type { PeriodicReport, ReportLine } from '../periodic-report';
import { countedIn, joined, uncapitalised } from '../wording';

/** So many figures that grew are named. */
const mostRises = 3;

/** What went well, as far as figures tell: what grew most, targets that were reached, ways worth copying. */
export function meritTexts({
	lines,
	practices,
	previous,
}: Pick<PeriodicReport, 'lines' | 'practices' | 'previous'>): string[] {
	const rises = lines
		.flatMap((line) => (isComparable(line) ? [{ line, by: growthOf(line) }] : []))
		.filter(({ by }) => by > 0)
		.sort((one, other) => other.by - one.by)
		.slice(0, mostRises)
		.map(({ line }) => riseText(line));
	const reached = lines.filter((line) => line.target && reachedPart(line) >= 1);
	return [
		...(rises.length === 0 ? [] : [`So với ${previous.name}, ${rises.join('; ')}.`]),
		...(reached.length === 0 ? [] : [`Đã đạt chỉ tiêu năm về ${namesOf(reached)}.`]),
		...(practices.length === 0
			? []
			: [
					`Có ${practices.length} mô hình, cách làm hay được phổ biến để các nơi tham khảo, học tập.`,
				]),
	];
}

/** Targets that a year closed without. */
export function missedText({ lines, span }: Pick<PeriodicReport, 'lines' | 'span'>): string {
	if (!span.endsOn.endsWith('-12-31')) return '';
	const missed = lines.filter((line) => line.target?.reached && reachedPart(line) < 1);
	return missed.length === 0 ? '' : `Chưa đạt chỉ tiêu năm về ${namesOf(missed)}.`;
}

/** Counts of households are as many as were reported on; money is no merit. */
const isComparable = ({ countingUnit, direction }: ReportLine) =>
	direction === 'higherIsBetter' && countingUnit !== 'households' && countingUnit !== 'dong';

const growthOf = ({ value, previous }: ReportLine) =>
	value && previous && previous.value > 0 ? value.value / previous.value - 1 : 0;

const reachedPart = ({ target }: ReportLine) =>
	target?.reached && target.value.value > 0 ? target.reached.value / target.value.value : 0;

function riseText(line: ReportLine): string {
	const text = (stated: ReportLine['value']) =>
		stated ? statedText(stated, line.countingUnit === 'share') : '';
	return `${nameOf(line)} tăng từ ${text(line.previous)} lên ${text(line.value)}${countedIn[line.countingUnit]}`;
}

const nameOf = ({ name, countingUnit }: ReportLine) => {
	const plain = uncapitalised(name.replace(/^–\s*(?:trong đó\s+)?/, ''));
	return countingUnit === 'share' ? plain : `số ${plain}`;
};
const namesOf = (lines: readonly ReportLine[]) => joined(lines.map(nameOf));
