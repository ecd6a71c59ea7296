import { sql } from 'drizzle-orm';
import { measures, readMeasure, unplacedReason } from '../../contracts/coverage';
import type { Period } from '../../contracts/reports';
import { toInternalFigures } from '../../coverage/figures.server';
import { readRegisterLimits } from '../../coverage/register-limits.server';
import { readRegisters } from '../../coverage/registers.server';
import { among } from '../../server/db/among';
import type { Database } from '../../server/db/client';
import { coverage } from '../../server/db/schema';
import type { CountedMonths } from './span.server';

export interface SkillValues {
	coverage: number | null;
	gapClosed: number | null;
	assisted: number | null;
	/** On the register, or reported where no register says; null where neither does. */
	households: number | null;
}

const [allFive, assisted] = [measures.indexOf('allFive'), measures.indexOf('assisted')];

/**
 * What the approved skills of the last month say, by the rules of the public ranking: too little
 * reported, or more than the register allows, is no value.
 */
export async function readSkillValues(
	database: Database,
	unitIds: readonly number[],
	{ last, before }: CountedMonths,
): Promise<Map<number, SkillValues>> {
	if (!last || unitIds.length === 0) return new Map();
	const now = await readMonth(database, unitIds, last);
	const then = before && (await readMonth(database, unitIds, before));
	return new Map(
		unitIds.map((unitId) => {
			const { share, row, register } = now(unitId);
			const start = then?.(unitId).share ?? null;
			const [able, base] = [row?.able[allFive] ?? 0, row?.base[allFive] ?? 0];
			const unable = share === null ? 0 : base - able;
			const helped = (row?.base[assisted] ?? 0) > 0 ? (row?.able[assisted] ?? null) : null;
			return [
				unitId,
				{
					coverage: share,
					gapClosed:
						share === null || start === null || start >= 1 ? null : (share - start) / (1 - start),
					assisted: helped === null || unable <= 0 ? null : Math.min(1, helped / unable),
					households: register ?? (base > 0 ? base : null),
				},
			];
		}),
	);
}

async function readMonth(database: Database, unitIds: readonly number[], period: Period) {
	const rows = await database
		.select()
		.from(coverage)
		.where(
			sql`${coverage.periodId} = ${period.id} and ${coverage.basis} = 'approved' and ${among(coverage.unitId, unitIds)}`,
		);
	const byUnit = new Map(rows.map((row) => [row.unitId, row]));
	const registers = await readRegisters(database, unitIds, period.endsOn);
	const limits = await readRegisterLimits(database, unitIds, period);
	return (unitId: number) => {
		const row = byUnit.get(unitId);
		const register = registers.get(unitId) ?? null;
		const reading = readMeasure(row && toInternalFigures(row), 'allFive', register);
		const limit = limits.get(unitId)?.limit ?? null;
		const isPlaced = unplacedReason(reading, row?.ownReport ?? false, limit) === null;
		const share = isPlaced && reading.kind === 'share' ? reading.share : null;
		return { share, row, register };
	};
}
