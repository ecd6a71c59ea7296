import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { PlaceName, Unit, UnitLevel } from '../../contracts/admin-units';
import type { ExaminedReport, FlagCode, FlagCount } from '../../contracts/awards/flags';
import { unitsByIds } from '../../admin-units/home.server';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { NotFoundError } from '../../server/errors';
import { readSeasonBase, type SeasonBase } from '../council/read-facts.server';
import { readUnitRights } from '../council/read-unit-rights.server';
import { reportsOf, type NotedFlag } from './note';
import { readSeasonFlags } from './season-flags.server';

export interface FlaggedUnit extends PlaceName {
	unitId: number;
	code: string;
	level: UnitLevel;
	parentId: number | null;
	parentName: string;
	flags: { code: FlagCode; isOpen: boolean }[];
}

const exactly = (now: Date) => ({ now, patience: Infinity });

type PlaceRow = Omit<FlaggedUnit, 'flags'> & Record<string, unknown>;

/** The units of a season about which something was noted and the account may know it, open ones first. */
export async function listFlags(
	database: Database,
	actor: Actor,
	seasonId: number,
	now: Date,
): Promise<{ season: { id: number; name: string }; units: FlaggedUnit[] }> {
	const base = await readSeasonBase(database, actor, seasonId);
	const { unitIds: ids, notedOf } = await readSeasonFlags(database, base.season, exactly(now));
	const rights = await readUnitRights(database, actor, base, ids);
	const seen = ids.filter((id) => rights.get(id)?.seesFlags);
	const units = await queryRows<PlaceRow>(
		database,
		sql`select unit.id as "unitId", unit.code, unit.kind, unit.name, unit.level,
				unit.parent_id as "parentId",
				case when unit.level = 'village' then parent.name else '' end as "parentName"
			from admin_unit unit left join admin_unit parent on parent.id = unit.parent_id
			where unit.id in ${idList(seen)} order by unit.code`,
	);
	const withFlags = units.map((unit) => ({
		...unit,
		flags: notedOf(unit.unitId).map(({ code, isOpen }) => ({ code, isOpen })),
	}));
	const { id, name } = base.season;
	const openFlags = ({ flags }: FlaggedUnit) => flags.filter(({ isOpen }) => isOpen).length;
	return {
		season: { id, name },
		units: withFlags.sort((one, other) => openFlags(other) - openFlags(one)),
	};
}

/** A report that a flag is seen in, as far as the account may look at it. */
export interface SeenReport extends Pick<
	ExaminedReport,
	'reportId' | 'month' | 'households' | 'able' | 'activities'
> {
	unit: Unit;
	corrections: number;
}

export interface UnitFlags {
	season: { id: number; name: string };
	unit: Unit;
	flags: NotedFlag[];
	/** By unit and month. */
	reports: SeenReport[];
	answers: boolean;
}

/** All that is noted about a unit. @throws NotFoundError where nothing is that the account may know */
export async function readUnitFlags(
	database: Database,
	actor: Actor,
	{ seasonId, code }: { seasonId: number; code: string },
	now: Date,
): Promise<UnitFlags> {
	const base = await readSeasonBase(database, actor, seasonId);
	const found = await readSeasonFlags(database, base.season, exactly(now));
	const ids = found.unitIds;
	const unit = (await unitsByIds(database, ids)).find((one) => one.code === code);
	const rights = await readUnitRights(database, actor, base, ids);
	const ofUnit = unit && rights.get(unit.id);
	if (!unit || !ofUnit?.seesFlags) throw new NotFoundError(`Nothing is noted about ${code}.`);
	const flags = found.notedOf(unit.id);
	const seen = reportsOf(flags.flatMap(({ cases }) => cases)).flatMap((id) => {
		const report = found.reports.get(id);
		return report && rights.get(report.unitId)?.seesFlags ? [report] : [];
	});
	const { id, name } = base.season;
	return {
		...{ season: { id, name }, unit, answers: ofUnit.answersFlags },
		flags,
		reports: await withUnits(database, seen),
	};
}

async function withUnits(
	database: Database,
	reports: readonly ExaminedReport[],
): Promise<SeenReport[]> {
	const units = await unitsByIds(
		database,
		reports.map(({ unitId }) => unitId),
	);
	return units.flatMap((unit) =>
		reports
			.filter(({ unitId }) => unitId === unit.id)
			.map(({ reportId, month, households, able, activities, correctedAt }) => ({
				...{ reportId, month, households, able, activities, unit },
				corrections: correctedAt.length,
			}))
			.sort((one, other) => (one.month < other.month ? -1 : 1)),
	);
}

/** What is noted about a nominee's unit, for whoever the nominee's own rights let into its dossier. */
export async function readNoted(
	database: Database,
	actor: Actor,
	{ seasonId, unitId }: { seasonId: number; unitId: number },
	now: Date,
): Promise<NotedFlag[]> {
	const { season } = await readSeasonBase(database, actor, seasonId);
	return (await readSeasonFlags(database, season, exactly(now))).notedOf(unitId);
}

interface Counted {
	/** Units of a committee's list. */
	unitIds: readonly number[];
	now: Date;
	/** Milliseconds, as of `keptUntilChange`. */
	patience: number;
}

/** Flags by unit, those of its villages included: nothing of units from which the account steps back. */
export async function countFlags(
	database: Database,
	actor: Actor,
	base: SeasonBase,
	{ unitIds, now, patience }: Counted,
): Promise<Record<number, FlagCount>> {
	const [found, villages] = await Promise.all([
		readSeasonFlags(database, base.season, { now, patience }),
		queryRows<{ id: number; communeId: number }>(
			database,
			sql`select id, parent_id as "communeId" from admin_unit
				where level = 'village' and parent_id in ${idList(unitIds)}`,
		),
	]);
	const flagged = new Set(found.unitIds);
	const units = [
		...unitIds.map((id) => ({ id, listed: id })),
		...villages.map(({ id, communeId }) => ({ id, listed: communeId })),
	].filter(({ id }) => flagged.has(id));
	const ids = [...new Set([...unitIds, ...units.map(({ id }) => id)])];
	const rights = await readUnitRights(database, actor, base, ids);
	const counts: Record<number, FlagCount> = {};
	for (const { id, listed } of units) {
		if (!rights.get(listed)?.asCommittee || !rights.get(id)?.seesFlags) continue;
		const count = (counts[listed] ??= { all: 0, open: 0 });
		const flags = found.notedOf(id);
		count.all += flags.length;
		count.open += flags.filter(({ isOpen }) => isOpen).length;
	}
	return counts;
}
