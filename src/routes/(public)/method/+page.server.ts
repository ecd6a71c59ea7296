import { indicatorGroups } from '$lib/contracts/indicators';
import { smallestPublicCount } from '$lib/coverage/disclosure';
import { catalogue } from '$lib/indicators/catalogue';
import { homeUnit } from '$lib/admin-units/home.server';
import { localDay } from '$lib/contracts/local-time';
import { reportingLevels } from '$lib/contracts/reports';
import { readRulesInForce } from '$lib/reports/deadline-versions.server';
import { app } from '$lib/server/app';
import type { Database } from '$lib/server/db/client';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { handle, locale } }) => ({
	smallestPublicCount,
	...(await readDeadlines(handle.database)),
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

async function readDeadlines(database: Database) {
	const today = localDay(new Date());
	const home = await homeUnit(database, app().config.homeUnit, today);
	const { dueDays, returnGraceDays } = await readRulesInForce(database, home?.id, today);
	return {
		returnGraceDays,
		/** The day of the month before which a report is due; null when it may take the whole period. */
		deadlines: reportingLevels.map((level) => ({
			level,
			month: dueDays.month[level],
			quarter: dueDays.quarter[level],
		})),
	};
}
