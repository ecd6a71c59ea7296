import type { Measure } from './coverage';
import type { CorrectionCause } from './publication';

/** Something that explains a step of a line. */
export type TrendEvent = { /** Local day. */ day: string } & (
	| { kind: 'rearranged' }
	| { kind: 'corrected'; month: string; cause: CorrectionCause; measures: Measure[] }
	| { kind: 'target'; year: number; share: number }
);

/** Where in a line an event is seen: a correction in the month whose numbers it changed. */
export const monthOf = (event: TrendEvent): string =>
	event.kind === 'corrected' ? event.month : event.day.slice(0, 7);

/** Whether it explains the line of this measure, or of none of households: targets are of all five skills together. */
export function explains(event: TrendEvent, measure: Measure | null): boolean {
	if (event.kind === 'corrected') return measure !== null && event.measures.includes(measure);
	return event.kind === 'rearranged' || measure === 'allFive';
}
