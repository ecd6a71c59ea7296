import type { Language } from '../../../messages/context';
import type { Reading } from '../../../contracts/coverage';
import { isUncertain } from '../../uncertain';
import { readingText } from '../why/reading-text';
import type { ProvinceRow } from '../provinces';
import type { UnitRow } from '../rows';

/** What communes are compared with. */
export interface Whole {
	name: string;
	/** 0–1. */
	share: number | null;
}

/** What the card of a place says; null where there is nothing to say. */
export interface CardText {
	name: string;
	/** Its figure, else its state in words. */
	value: string;
	isFigure: boolean;
	rank: string | null;
	comparison: string | null;
	growth: string | null;
	/** What the map is coloured by, where that is something else. */
	coloured: string | null;
	/** How far its reports have come, the most important first. */
	standing: string[];
}

type Words = Pick<Language, 't' | 'format'>;

/** @param ranked of how many communes it is one; null for visitors, who see no ranks. */
export function unitCard(
	row: UnitRow,
	state: string,
	whole: Whole,
	ranked: number | null,
	language: Words,
): CardText {
	const { t, format } = language;
	const { receivedAt, approvedAt } = row;
	return {
		...placeText(row, state, whole, language),
		rank:
			ranked !== null && row.rank !== null
				? t.map.rank(format.number(row.rank), format.number(ranked))
				: null,
		standing: [
			t.common.timeliness[row.timeliness],
			...(isUncertain(row.reading) ? [t.map.uncertain] : []),
			...(receivedAt === null ? [] : [t.map.receivedOn(format.date(receivedAt))]),
			...(approvedAt === null ? [] : [t.map.approvedOn(format.date(approvedAt))]),
		],
	};
}

export function provinceCard(row: ProvinceRow, whole: Whole, language: Words): CardText {
	const { t, format } = language;
	return {
		...placeText(row, readingText(row.reading, language), whole, language),
		rank: null,
		standing: [t.map.communesIn(format.number(row.received), format.number(row.required))],
	};
}

/** What is known of a commune in a month that is played. */
export function frameCard(
	{ code, areas, shares }: PlayedMonth,
	id: number,
	state: string,
	{ format }: Words,
): CardText | null {
	const area = areas.find((each) => each.id === id);
	if (!area) return null;
	const share = shares.get(id);
	return {
		name: area.name,
		value: share === undefined ? state : format.share(share),
		isFigure: share !== undefined,
		...{ rank: null, comparison: null, growth: null, coloured: null },
		standing: [format.month(code)],
	};
}

export interface PlayedMonth {
	code: string;
	areas: readonly { id: number; name: string }[];
	shares: ReadonlyMap<number, number>;
}

function placeText(
	{ unit, reading, growth }: Pick<UnitRow, 'unit' | 'reading' | 'growth'>,
	state: string,
	whole: Whole,
	language: Words,
): Omit<CardText, 'rank' | 'standing'> {
	const { format } = language;
	const isFigure = reading.kind === 'share';
	return {
		name: format.unitName(unit),
		value: isFigure ? readingText(reading, language) : state,
		isFigure,
		comparison: comparisonText(reading, whole, language),
		growth: growth === null ? null : growthText(growth, language),
		coloured: null,
	};
}

export const growthText = (growth: number, { t, format }: Words): string =>
	t.map.growthPoints(format.points(growth));

function comparisonText(reading: Reading, whole: Whole, { t, format }: Words): string | null {
	if (reading.kind !== 'share' || whole.share === null) return null;
	const difference = reading.share - whole.share;
	const points = format.distance(difference);
	if (points === format.distance(0)) return t.map.same(whole.name);
	return difference > 0 ? t.map.above(points, whole.name) : t.map.below(points, whole.name);
}

/** All that a card shows, as one sentence to be read out. */
export function sayCard({
	name,
	value,
	rank,
	comparison,
	growth,
	coloured,
	standing,
}: CardText): string {
	return [name, value, rank, comparison, growth, coloured, ...standing]
		.filter((phrase) => phrase !== null)
		.join('; ');
}
