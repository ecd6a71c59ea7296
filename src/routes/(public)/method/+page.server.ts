import { indicatorGroups } from '$lib/contracts/indicators';
import { smallestPublicCount } from '$lib/coverage/disclosure';
import { catalogue } from '$lib/indicators/catalogue';
import { dueInstant, parsePeriod, reportingLevels, returnGraceDays } from '$lib/reports/deadlines';
import { localDay } from '$lib/contracts/local-time';
import type { PageServerLoad } from './$types';

/** Any month and quarter: their deadlines fall on the same days in all of them. */
const samples = { month: parsePeriod('2026-10'), quarter: parsePeriod('2026-Q4') };

export const load: PageServerLoad = ({ locals: { locale } }) => ({
	smallestPublicCount,
	returnGraceDays,
	deadlines: reportingLevels.map((level) => ({
		level,
		month: lastDayNumber(samples.month, level),
		quarter: lastDayNumber(samples.quarter, level),
	})),
	groups: indicatorGroups.map((group) => ({
		group,
		indicators: catalogue
			.filter((indicator) => indicator.group === group)
			.map(({ code, name, definition, countingUnit, timeRule, cumulative, source }) => ({
				code,
				name: name[locale],
				definition: definition[locale],
				countingUnit,
				timeRule,
				cumulative,
				source,
			})),
	})),
});

/** The day of the month before which a report is due; null when it may take the whole period. */
function lastDayNumber(
	period: ReturnType<typeof parsePeriod>,
	level: (typeof reportingLevels)[number],
): number | null {
	if (!period) return null;
	const day = localDay(dueInstant(period, level));
	return day > period.endsOn ? null : Number(day.slice(8));
}
