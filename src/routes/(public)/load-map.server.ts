import type { RequestEvent } from '@sveltejs/kit';
import { viewedUnits } from '$lib/accounts/sessions/live-access.server';
import { readContacts } from '$lib/admin-units/contacts/read-contacts.server';
import { readCartogram } from '$lib/admin-units/outlines/cartogram.server';
import {
	readDrawnStructure,
	type DrawnStructure,
} from '$lib/admin-units/outlines/drawn-structure.server';
import { readFormerDistricts } from '$lib/admin-units/lineage/former-districts.server';
import { addMonths, localDay } from '$lib/contracts/local-time';
import type { Snapshot } from '$lib/contracts/events';
import type { FormerDistricts } from '$lib/contracts/former-districts';
import { readTrendEvents } from '$lib/coverage/events/read-trend-events.server';
import { readSelection, type Selection } from '$lib/coverage/explorer/selection';
import { readTrend } from '$lib/coverage/trend.server';
import { readCoverageMonth } from '$lib/reports/status/coverage-month.server';
import type { Database } from '$lib/server/db/client';
import { readColouring } from './read-colouring.server';

/** Months of the line. */
const trendMonths = 24;

/**
 * The map of a unit's communes in the month that `?thang=` asks for, else the newest one that is due;
 * null while there is no such unit. @param homeCode undefined: decided by what was imported.
 */
export async function loadMap(
	{ locals, url }: Pick<RequestEvent, 'locals' | 'url'>,
	homeCode: string | undefined,
) {
	const { actor, handle } = locals;
	const { database } = handle;
	const now = new Date();
	const periodCode = url.searchParams.get('thang') ?? undefined;
	const read = (code: string | undefined) =>
		readCoverageMonth(database, { homeCode, periodCode: code, actor, now });
	const coverageMonth = await read(periodCode);
	if (!coverageMonth) return null;
	const { scope, period, units } = coverageMonth.snapshot;
	const internal = actor !== null && viewedUnits(actor).length > 0;
	const stream: 'internal' | 'public' = internal ? 'internal' : 'public';
	const trend = (basis: 'approved' | 'provisional') =>
		readTrend(database, scope.id, {
			...{ basis, audience: stream },
			...{ months: trendMonths, until: period.code },
		});
	const asked = readSelection(url.searchParams, internal);
	const districts = await readFormerDistricts(database, scope, period.endsOn);
	return {
		// Shared with others who asked before: nothing has changed since.
		snapshot: { ...coverageMonth.snapshot, at: now.toISOString() },
		outline: null,
		/** Whether some commune shown has since been merged or split. */
		formerStructure: units.some(({ validTo }) => validTo !== null && validTo <= localDay(now)),
		months: coverageMonth.months.map(({ id, code }) => ({ id, code })),
		stream,
		trend: {
			approved: await trend('approved'),
			provisional: internal ? await trend('provisional') : [],
		},
		events: await readTrendEvents(database, scope, {
			...{ from: addMonths(period.code, 1 - trendMonths), at: now },
		}),
		colouring: await readColouring(database, coverageMonth, asked, read),
		districts,
		contacts: await readContacts(database, scope.id),
		/** Null while there are no boundaries. */
		picture: await readPicture(database, coverageMonth.snapshot, asked, districts),
	};
}

export type LoadedMap = NonNullable<Awaited<ReturnType<typeof loadMap>>>;

/** The structure as it is asked for: with former districts in it, or with a circle for each commune. */
async function readPicture(
	database: Database,
	{ scope, period, units }: Snapshot,
	{ district, shape }: Selection,
	{ districtOf }: FormerDistricts,
): Promise<DrawnStructure | null> {
	const grouped = district !== null && shape === 'areas' ? districtOf : [];
	const picture = await readDrawnStructure(database, scope, period.endsOn, grouped);
	if (!picture || shape !== 'households') return picture;
	return { ...picture, drawing: await readCartogram(database, picture, units) };
}
