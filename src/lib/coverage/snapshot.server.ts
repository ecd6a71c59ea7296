import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Unit } from '../contracts/admin-units';
import type { UnitFigures, UnitStatus } from '../contracts/coverage';
import type { Snapshot, SnapshotUnit } from '../contracts/events';
import { addMonths } from '../contracts/local-time';
import type { Period } from '../contracts/reports';
import { changePosition } from '../server/change-log';
import { queryRows, type Database } from '../server/db/client';
import { coverage } from '../server/db/schema';
import { toInternalFigures, toPublicFigures, toStatus } from './figures.server';
import { readRegisters } from './registers.server';
import { readRequiredReports } from './required.server';

export interface SnapshotRequest {
	/** The unit that the screen is about; its communes are shown. */
	scope: Unit;
	period: Period;
	/** The month before, where there is one. */
	previous: Period | null;
	/**
	 * Units whose provisional and unmasked figures the viewer may see, with everything below them;
	 * empty for the public.
	 */
	internalUnitIds: readonly number[];
	now: Date;
}

/**
 * Everything that a screen shows for a month, and the change number from which it goes on: both from
 * one REPEATABLE READ transaction, so that no change is missed or counted twice.
 */
export async function takeSnapshot(
	database: Database,
	request: SnapshotRequest,
): Promise<Snapshot> {
	const { scope, period, previous, internalUnitIds, now } = request;
	return database.transaction(
		async (transaction) => {
			const { lastNumber } = await changePosition(transaction);
			const communes = await readCommunes(transaction, scope, period.endsOn, internalUnitIds);
			const communeIds = communes.map(({ id }) => id);
			const ids = [scope.id, ...communeIds];
			const registers = await readRegisters(transaction, ids, period.endsOn);
			const required = await readRequiredReports(transaction, communeIds, period);
			const isInternal = await readInternal(transaction, scope, communes, internalUnitIds);
			const withDetails = (unit: Unit, reportsRequired: number): SnapshotUnit => ({
				...unit,
				register: registers.get(unit.id) ?? null,
				reportsRequired,
			});
			const units = communes.map(({ internal: _, ...unit }) =>
				withDetails(unit, required.get(unit.id) ?? 1),
			);
			const total = units.reduce((sum, unit) => sum + unit.reportsRequired, 0);
			return {
				number: lastNumber,
				at: now.toISOString(),
				period,
				scope: withDetails(scope, total),
				units,
				...(await readFigures(transaction, ids, period, isInternal)),
				previous: previous && {
					period: previous,
					figures: (await readFigures(transaction, ids, previous, isInternal)).figures,
				},
			};
		},
		{ isolationLevel: 'repeatable read', accessMode: 'read only' },
	);
}

/** The month before a month. */
export const previousMonth = (period: Pick<Period, 'code'>): string => addMonths(period.code, -1);

type Commune = Unit & { internal: boolean };

async function readCommunes(
	database: Database,
	scope: Unit,
	day: string,
	internalUnitIds: readonly number[],
): Promise<Commune[]> {
	return queryRows<Commune & Record<string, unknown>>(
		database,
		sql`with recursive tree as (
			select id, level, ${scope.id} = any(${idArray(internalUnitIds)}) as internal
			from admin_unit where id = ${scope.id}
			union all
			select child.id, child.level, tree.internal or child.id = any(${idArray(internalUnitIds)})
			from tree join admin_unit child on child.parent_id = tree.id
			where tree.level <> 'commune'
				and child.valid_from <= ${day} and (child.valid_to is null or child.valid_to > ${day})
		)
		select unit.id, unit.code, unit.level, unit.kind, unit.name, unit.parent_id as "parentId",
			unit.valid_from::text as "validFrom", unit.valid_to::text as "validTo", tree.internal
		from tree join admin_unit unit on unit.id = tree.id
		where unit.level = 'commune' order by unit.code`,
	);
}

const idArray = (ids: readonly number[]) =>
	sql`array(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::int)`;

/** Tells of the scope and its communes whether the viewer may see more than the public. */
async function readInternal(
	database: Database,
	scope: Unit,
	communes: readonly Commune[],
	internalUnitIds: readonly number[],
): Promise<(unitId: number) => boolean> {
	const internal = new Set(communes.filter((unit) => unit.internal).map(({ id }) => id));
	const [above] = await queryRows<{ granted: boolean }>(
		database,
		sql`with recursive line as (
			select id, parent_id from admin_unit where id = ${scope.id}
			union all select parent.id, parent.parent_id
			from admin_unit parent join line on parent.id = line.parent_id
		) select coalesce(bool_or(id = any(${idArray(internalUnitIds)})), false) as granted from line`,
	);
	return (unitId) => above?.granted === true || internal.has(unitId);
}

async function readFigures(
	database: Database,
	unitIds: readonly number[],
	period: Period,
	isInternal: (unitId: number) => boolean,
): Promise<{ figures: UnitFigures[]; statuses: UnitStatus[] }> {
	const rows = await database
		.select()
		.from(coverage)
		.where(and(eq(coverage.periodId, period.id), inArray(coverage.unitId, [...unitIds])));
	const figures = rows.flatMap((row) => {
		if (isInternal(row.unitId)) return [toInternalFigures(row)];
		return row.basis === 'approved' ? [toPublicFigures(row)] : [];
	});
	const statuses = rows
		.filter((row) => row.basis === 'provisional')
		.map((row) => toStatus(row.unitId, row));
	return { figures, statuses };
}
