import { sql, and, eq } from 'drizzle-orm';
import { unitColumns } from '../../admin-units/home.server';
import {
	convertStructure,
	type LineageLink,
	type UnitCounts,
} from '../../admin-units/structure/structure.server';
import { tellApart } from '../../admin-units/search/tell-apart.server';
import type { Unit } from '../../contracts/admin-units';
import { measures, type UnitFigures } from '../../contracts/coverage';
import type { SnapshotUnit } from '../../contracts/events';
import { smallestRangeOf, smallestRanges } from '../../contracts/publication';
import type { Period } from '../../contracts/reports';
import type { StructureView } from '../../contracts/structure-view';
import { among } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { adminUnit, coverage } from '../../server/db/schema';
import { isTooSmall } from '../disclosure/versions';
import { toInternalFigures, toPublicFigures } from '../figures.server';
import { readRegisters } from '../registers.server';
import { readLeftOut } from './left-out.server';
import { unitsBelow } from '../../server/db/unit-tree';

type CoverageRow = typeof coverage.$inferSelect;

/**
 * A month's approved figures in the structure of a later day. Counts of merged units add up, counts
 * of split units divide by declared shares only; what has none is listed and left out.
 * @param scope the unit, valid on `structureDay`, whose communes are shown.
 */
export async function readStructureView(
	database: Database,
	{
		scope,
		structureDay,
		period,
		audience,
	}: { scope: Unit; structureDay: string; period: Period; audience: 'public' | 'internal' },
): Promise<StructureView> {
	const targets = await tellApart(database, await readTargets(database, scope, structureDay));
	const lineage = await readLineageInto(database, targets);
	const { sources, rows, registers } = await readSources(database, targets, lineage, period);
	// The public's view is made of nothing but public figures, so it can tell no more than they do.
	const toFigures = audience === 'public' ? toPublicFigures : toInternalFigures;
	const figures = new Map([...rows].map(([unitId, row]) => [unitId, toFigures(row)]));
	const counts = new Map(
		sources.map((unitId): [number, UnitCounts] => [
			unitId,
			{
				register: registers.get(unitId) ?? null,
				able: measures.map((_, measure) => figures.get(unitId)?.able[measure] ?? 0),
				base: figures.get(unitId)?.base ?? measures.map(() => 0),
			},
		]),
	);
	const targetIds = new Set(targets.map(({ id }) => id));
	const { units: converted, undivided } = convertStructure(counts, lineage, targetIds);

	const masks =
		audience === 'public'
			? masksOf(converted, figures, lineage, targetIds, smallestOf(rows))
			: new Map<number, number>();
	const total = sumOf(
		[...converted].map(([unitId, part]) => without(part, masks.get(unitId) ?? 0)),
	);
	const times = timesOf(rows);
	const asFigures = (unitId: number, part: UnitCounts): UnitFigures => ({
		...times,
		unitId,
		basis: 'approved',
		able: part.able.map((able, measure) => (isIn(masks.get(unitId) ?? 0, measure) ? null : able)),
		base: [...part.base],
	});
	const named = await readUnits(database, [
		...undivided.flatMap(({ unitId, successors }) => [unitId, ...successors]),
	]);
	const withRegister = (unit: Unit, register: number | null): SnapshotUnit => ({
		...unit,
		register,
		reportsRequired: 1,
	});
	return {
		period,
		structureDay,
		scope: withRegister(scope, total.register),
		units: targets.map((unit) => withRegister(unit, converted.get(unit.id)?.register ?? null)),
		figures: [
			...(total.base.some((count) => count > 0) ? [asFigures(scope.id, total)] : []),
			...[...converted].flatMap(([unitId, part]) =>
				part.base.some((count) => count > 0) ? [asFigures(unitId, part)] : [],
			),
		],
		estimated: [...converted].flatMap(([unitId, { estimated }]) => (estimated ? [unitId] : [])),
		incomplete: [...converted].flatMap(([unitId, { incomplete }]) => (incomplete ? [unitId] : [])),
		leftOut: await readLeftOut(database, { scope, sources, structureDay, period }),
		undivided: undivided.flatMap(({ unitId, successors, counts: { register } }) => {
			const unit = named.get(unitId);
			return unit
				? [
						{
							unit,
							households: register,
							successors: successors.flatMap((id) => named.get(id) ?? []),
						},
					]
				: [];
		}),
	};
}

function readTargets(database: Database, scope: Unit, day: string): Promise<Unit[]> {
	return queryRows<Unit & Record<string, unknown>>(
		database,
		sql`select unit.id, unit.code, unit.level, unit.kind, unit.name, unit.parent_id as "parentId",
			unit.valid_from::text as "validFrom", unit.valid_to::text as "validTo"
		from ${unitsBelow(scope.id, { on: day, downTo: 'commune' })} tree join admin_unit unit on unit.id = tree.id
		where unit.level = 'commune' order by unit.code`,
	);
}

/** All links that lead, over any number of steps, to the targets, and the sibling links of a split. */
function readLineageInto(database: Database, targets: readonly Unit[]): Promise<LineageLink[]> {
	if (targets.length === 0) return Promise.resolve([]);
	return queryRows<LineageLink & Record<string, unknown>>(
		database,
		sql`with recursive origin as (
			select id from admin_unit where ${among(
				sql`id`,
				targets.map(({ id }) => id),
			)}
			union
			select link.old_unit_id from origin join unit_lineage link on link.new_unit_id = origin.id
		)
		select link.old_unit_id as "oldUnitId", link.new_unit_id as "newUnitId", link.extent,
			link.share::float8 as share
		from unit_lineage link where link.old_unit_id in (select id from origin)
		order by link.old_unit_id, link.new_unit_id`,
	);
}

/** The communes among targets and their predecessors that were valid at the end of the period. */
async function readSources(
	database: Database,
	targets: readonly Unit[],
	lineage: readonly LineageLink[],
	period: Period,
): Promise<{ sources: number[]; rows: Map<number, CoverageRow>; registers: Map<number, number> }> {
	const candidates = [
		...new Set([...targets.map(({ id }) => id), ...lineage.map(({ oldUnitId }) => oldUnitId)]),
	];
	if (candidates.length === 0) return { sources: [], rows: new Map(), registers: new Map() };
	const valid = await database
		.select({ id: adminUnit.id })
		.from(adminUnit)
		.where(
			sql`${among(adminUnit.id, candidates)} and ${adminUnit.validFrom} <= ${period.endsOn}
				and (${adminUnit.validTo} is null or ${adminUnit.validTo} > ${period.endsOn})`,
		);
	const sources = valid.map(({ id }) => id);
	const rows = await database
		.select()
		.from(coverage)
		.where(
			and(
				among(coverage.unitId, sources.length > 0 ? sources : [-1]),
				eq(coverage.periodId, period.id),
				eq(coverage.basis, 'approved'),
			),
		);
	return {
		sources,
		rows: new Map(rows.map((row) => [row.unitId, row])),
		registers: await readRegisters(database, sources, period.endsOn),
	};
}

async function readUnits(database: Database, ids: readonly number[]): Promise<Map<number, Unit>> {
	if (ids.length === 0) return new Map();
	const rows = await database.select(unitColumns).from(adminUnit).where(among(adminUnit.id, ids));
	return new Map(rows.map((unit) => [unit.id, unit]));
}

function sumOf(parts: readonly UnitCounts[]): UnitCounts {
	const sum = (pick: (part: UnitCounts) => readonly number[]) =>
		measures.map((_, index) => parts.reduce((total, part) => total + (pick(part)[index] ?? 0), 0));
	const registers = parts.flatMap(({ register }) => (register === null ? [] : [register]));
	return {
		register: registers.length > 0 ? registers.reduce((total, count) => total + count, 0) : null,
		able: sum((part) => part.able),
		base: sum((part) => part.base),
	};
}

const isIn = (bits: number, measure: number) => (bits & (1 << measure)) !== 0;

function without({ register, able, base }: UnitCounts, hidden: number): UnitCounts {
	const left = (counts: readonly number[]) =>
		counts.map((count, measure) => (isIn(hidden, measure) ? 0 : count));
	return { register, able: left(able), base: left(base) };
}

/**
 * What the public must not see: every new unit into which a hidden count went, and parts of split
 * units that are small.
 */
function masksOf(
	converted: ReadonlyMap<number, UnitCounts>,
	figures: ReadonlyMap<number, UnitFigures>,
	lineage: readonly LineageLink[],
	targets: ReadonlySet<number>,
	smallest: number,
): Map<number, number> {
	const bitsOf = (isHidden: (measure: number) => boolean) =>
		measures.reduce((bits, _, measure) => (isHidden(measure) ? bits | (1 << measure) : bits), 0);
	const masks = new Map(
		[...converted].map(([unitId, { able, base }]) => [
			unitId,
			bitsOf((measure) => isTooSmall(able[measure] ?? 0, base[measure] ?? 0, smallest)),
		]),
	);
	const hide = (unitId: number, bits: number) => {
		if (targets.has(unitId)) masks.set(unitId, (masks.get(unitId) ?? 0) | bits);
		else for (const link of lineage) if (link.oldUnitId === unitId) hide(link.newUnitId, bits);
	};
	for (const { unitId, able } of figures.values())
		hide(
			unitId,
			bitsOf((measure) => able[measure] === null),
		);
	return masks;
}

/** What any of the sources asks for. */
const smallestOf = (rows: ReadonlyMap<number, CoverageRow>): number =>
	Math.max(
		smallestRanges.least,
		...[...rows.values()].map(({ publication }) => smallestRangeOf(publication ?? {})),
	);

/** The newest of the source rows' times stand for the whole. */
function timesOf(rows: ReadonlyMap<number, CoverageRow>) {
	const newest = (instants: (Date | null)[]) =>
		instants.reduce(
			(latest, instant) => (instant && (!latest || instant > latest) ? instant : latest),
			null,
		);
	const all = [...rows.values()];
	return {
		receivedAt: (newest(all.map(({ receivedAt }) => receivedAt)) ?? new Date(0)).toISOString(),
		approvedAt: newest(all.map(({ approvedAt }) => approvedAt))?.toISOString() ?? null,
	};
}
