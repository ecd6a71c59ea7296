import type { Language } from '../../messages/context';
import { readingText } from './reading-text';
import type { UnitRow } from './rows';

/** What communes are compared with. */
export interface Whole {
	name: string;
	/** 0–1. */
	share: number | null;
}

/** What is known of a commune beside its number, as short phrases. */
export function unitPhrases(
	row: UnitRow,
	whole: Whole,
	{ t, format }: Pick<Language, 't' | 'format'>,
) {
	const { reading, growth, receivedAt, approvedAt } = row;
	const difference =
		reading.kind === 'share' && whole.share !== null ? reading.share - whole.share : null;
	const points = difference === null ? null : format.percentage(Math.abs(difference));
	return {
		comparison:
			difference === null || points === null
				? null
				: points === format.percentage(0)
					? t.map.same(whole.name)
					: difference > 0
						? t.map.above(points, whole.name)
						: t.map.below(points, whole.name),
		growth: growth === null ? null : t.map.growthPoints(format.points(growth)),
		dates: receivedAt === null ? null : t.map.receivedOn(format.date(receivedAt)),
		approval: approvedAt === null ? null : t.map.approvedOn(format.date(approvedAt)),
	};
}

/** All that the card of a commune shows, as one sentence to be read out. */
export function describeUnit(
	row: UnitRow,
	state: string,
	whole: Whole,
	ranked: number | null,
	language: Pick<Language, 't' | 'format'>,
): string {
	const { t, format } = language;
	const phrases = unitPhrases(row, whole, language);
	return [
		format.unitName(row.unit),
		row.reading.kind === 'share' ? readingText(row.reading, language) : state,
		ranked !== null && row.rank !== null
			? t.map.rank(format.number(row.rank), format.number(ranked))
			: null,
		phrases.comparison,
		phrases.growth,
		t.common.timeliness[row.timeliness],
		phrases.dates,
		phrases.approval,
	]
		.filter((phrase) => phrase !== null)
		.join('; ');
}
