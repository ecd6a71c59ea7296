import { typedNumber } from '../../contracts/text/typed-text';
import { isRegistryIndicator } from '../../contracts/teams/registry-figures';
import type { Entered } from './form';

/** What the unit's activity log and the registry of teams say, by indicator. */
export type LogCounts = Readonly<Record<string, number>>;

/** How what is entered for an indicator stands to the log. */
export type LogRelation = 'blank' | 'same' | 'below' | 'above' | 'other';

export function relationToLog(entered: Entered, code: string, logged: number): LogRelation {
	const mark = entered[`values.${code}.mark`] ?? '=';
	const value = typedNumber(entered[`values.${code}`] ?? '');
	if (mark === 'notAvailable' || mark === 'notApplicable') return 'other';
	if (value === null) return 'blank';
	if (typeof value === 'string') return 'other';
	if (value === logged) return mark === '=' ? 'same' : 'other';
	return value < logged ? 'below' : 'above';
}

/** Those of the indicators whose figure isn't the log's, in the given order. */
export function unlikeLog(
	entered: Entered,
	log: LogCounts,
	indicators: readonly { code: string }[],
): string[] {
	return indicators.flatMap(({ code }) => {
		const logged = log[code];
		return logged === undefined || relationToLog(entered, code, logged) === 'same' ? [] : code;
	});
}

/** What a report begins with: how teams stand, which the registry knows already. */
export const begunFromRegistry = (log: LogCounts): Entered =>
	takenFromLog(log, Object.keys(log).filter(isRegistryIndicator));

/** Form fields that say of these indicators what the log says. */
export function takenFromLog(log: LogCounts, codes: readonly string[]): Entered {
	return Object.fromEntries(
		codes.flatMap((code) => [
			[`values.${code}`, String(log[code] ?? '')],
			[`values.${code}.mark`, '='],
		]),
	);
}
