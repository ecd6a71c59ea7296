import type { KeptEntry } from './kept-entry';
import type { EntryWork } from './work';

/**
 * A list from the server together with those reports of the one before of which the device still
 * holds something unsent: what was typed stays in sight though its period has closed meanwhile.
 */
export function withUnsentReports(
	list: EntryWork,
	before: EntryWork | null,
	entries: readonly KeptEntry[],
): EntryWork {
	if (before?.account.id !== list.account.id) return list;
	const unsent = before.reports.filter(
		({ unit, period }) =>
			entries.some(
				(entry) => entry.unit === unit.code && entry.period === period && entry.state !== 'sent',
			) &&
			!list.reports.some((report) => report.unit.code === unit.code && report.period === period),
	);
	const listed = new Set(list.periods.map(({ code }) => code));
	const periods = before.periods.filter(
		({ code }) => !listed.has(code) && unsent.some(({ period }) => period === code),
	);
	return { ...list, periods: [...list.periods, ...periods], reports: [...list.reports, ...unsent] };
}
