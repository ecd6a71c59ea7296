import { readCheckedHouseholds } from '$lib/awards/back-checks/verified-shares.server';
import { readCoverageTarget, readTargetsInForce } from '$lib/indicators/targets/list.server';
import { comparedMonth, type ColouringData } from '$lib/coverage/explorer/colouring/colouring';
import type { Selection } from '$lib/coverage/explorer/selection';
import type { CoverageMonth } from '$lib/reports/status/coverage-month.server';
import type { Database } from '$lib/server/db/client';

/**
 * What a map needs beside its month for what it is coloured by; the public reads what is public.
 * @param readMonth reads another month as the same viewer sees it.
 */
export async function readColouring(
	database: Database,
	{ snapshot, months }: CoverageMonth,
	{ colouring }: Pick<Selection, 'colouring'>,
	readMonth: (periodCode: string) => Promise<CoverageMonth | null>,
): Promise<ColouringData> {
	const { scope, units, period, previous } = snapshot;
	const code = comparedMonth(colouring, period.code);
	const periodCode =
		code === previous?.period.code ? undefined : months.find((month) => month.code === code)?.code;
	const earlier = periodCode === undefined ? null : await readMonth(periodCode);
	const isShown = new Set(units.map(({ id }) => id));
	const year = Number(period.code.slice(0, 4));
	const targets =
		colouring === 'distance' ? await readTargetsInForce(database, [...isShown], year) : [];
	return {
		earlier: (earlier?.snapshot.figures ?? []).filter(({ unitId }) => isShown.has(unitId)),
		targets: targets
			.filter(({ code }) => code === 'allFiveShare')
			.map(({ unitId, value }) => ({ unitId, value })),
		target: colouring === 'distance' ? await readCoverageTarget(database, scope.id, year) : null,
		checked:
			colouring === 'checked'
				? await readCheckedHouseholds(database, [...isShown], period.endsOn)
				: [],
	};
}
