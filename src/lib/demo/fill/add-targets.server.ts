import { unitByCode } from '../../admin-units/home.server';
import type { Actor } from '../../contracts/accounts';
import type { Unit } from '../../contracts/admin-units';
import { addDays, hourLength, localDay, startOfDay } from '../../contracts/local-time';
import type { Indicator } from '../../indicators/reportable.server';
import { elapsedMonths, type TargetYear } from '../../indicators/targets/list.server';
import { progressOf } from '../../indicators/targets/progress';
import { readSeries, seriesKey } from '../../indicators/targets/read-series.server';
import { readTargets, type UnitTarget } from '../../indicators/targets/read.server';
import { setTargets } from '../../indicators/targets/set.server';
import { isShare, targetable } from '../../indicators/targets/subjects';
import type { Database } from '../../server/db/client';
import type { Calendar } from '../history/months';
import { provinceCode } from '../province/identity';

/** Indicators with how much more than today the province wants by the end of the year. */
const ambitions = [
	['allFiveShare', 1.06],
	['skill3Share', 1.2],
	['vneidShare', 1.01],
	['outreachSessions', 1.15],
	['publicServiceAccounts', 1.1],
] as const;

/**
 * Targets that fit the year's reports: some are reached, some are not. The province divides its own,
 * and one commune passes its on to its villages.
 */
export async function addTargets(
	database: Database,
	actor: Actor,
	{ latestDue, mergerOn, now }: Calendar,
): Promise<void> {
	const year = Number(latestDue.slice(0, 4));
	const day = localDay(now);
	const shown = { year, elapsed: elapsedMonths(year, latestDue), day };
	const province = await unitByCode(database, provinceCode, day);
	if (!province) throw new Error('The demo has no province.');
	// Not before the communes of today are there.
	const setOn = mergerOn > `${year}-01-01` ? addDays(mergerOn, 11) : `${year}-01-12`;
	const setAt = new Date(startOfDay(setOn).getTime() + 9 * hourLength);
	const indicators = ambitions.map(([code]) => indicatorOf(code));
	const series = await readSeries(database, { unitIds: [province.id], indicators, year, day });
	for (const [code, ambition] of ambitions) {
		const indicator = indicatorOf(code);
		const share = isShare(indicator);
		const { current } = progressOf({
			...{ ...indicator, target: null, elapsed: shown.elapsed },
			series: series.get(seriesKey(province.id, code)) ?? [],
		});
		if (current === null) continue;
		const wanted = share
			? Math.min(99, Math.round(current * ambition * 100))
			: Math.ceil((current * ambition) / 50) * 50;
		const set = (unitId: number, value: number, reason: string, at: Date) =>
			setTargets(
				database,
				actor,
				{ indicatorCode: code, year, values: [{ unitId, value }], reason },
				at,
			);
		if (!share) await set(province.id, wanted - 50, '', setAt);
		await set(province.id, wanted, 'Giao thêm sau hội nghị sơ kết quý I', setAt);
		const [first] = await divide(database, actor, { unit: province, code, shown, setAt });
		if (first) await divide(database, actor, { unit: first.unit, code, shown, setAt });
	}
}

function indicatorOf(code: string): Indicator {
	const found = targetable.find((indicator) => indicator.code === code);
	if (!found) throw new Error(`No target can be set for ${code}.`);
	return found;
}

interface Division {
	unit: Unit;
	code: string;
	shown: TargetYear;
	setAt: Date;
}

async function divide(
	database: Database,
	actor: Actor,
	{ unit, code, shown, setAt }: Division,
): Promise<UnitTarget[]> {
	const { below, share } = await readTargets(database, actor, unit, code, shown);
	const values = below.flatMap(({ unit: { id }, proposed }) =>
		proposed === null
			? []
			: [{ unitId: id, value: share ? Math.round(proposed * 1000) / 10 : proposed }],
	);
	const input = { indicatorCode: code, year: shown.year, values, reason: '' };
	await setTargets(database, actor, input, setAt);
	return below;
}
