import { sql } from 'drizzle-orm';
import { measures, readMeasure, unplacedReason } from '../../contracts/coverage';
import type { Period } from '../../contracts/reports';
import { toInternalFigures } from '../../coverage/figures.server';
import { readRegisterLimits } from '../../coverage/register-limits.server';
import { readRegisters } from '../../coverage/registers.server';
import { among } from '../../server/db/among';
import type { Database } from '../../server/db/client';
import { coverage } from '../../server/db/schema';
import { inSteps } from './in-steps';
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
 * reported, or more than the register allows, is no value. Shares of households go in steps: see `inSteps`.
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
			const start = then?.(unitId);
			const base = row?.base[allFive] ?? 0;
			// All is made of what goes in steps: two values of one count would together tell it more exactly.
			const unable = share === null ? 0 : base * (1 - share);
			const helped = (row?.base[assisted] ?? 0) > 0 ? (row?.able[assisted] ?? null) : null;
			return [
				unitId,
				{
					coverage: share,
					gapClosed: gapClosed(share, start),
					assisted:
						helped === null || unable <= 0 ? null : inSteps(Math.min(1, helped / unable), unable),
					households: register ?? (base > 0 ? base : null),
				},
			];
		}),
	);
}

/** Null where so few were left at the start that no step is. */
function gapClosed(
	share: number | null,
	start: { share: number | null; isFull: boolean } | null | undefined,
): number | null {
	if (share === null || !start || start.share === null || start.isFull) return null;
	return (share - start.share) / (1 - start.share);
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
		const share =
			isPlaced && reading.kind === 'share' ? inSteps(reading.share, reading.base) : null;
		const isFull = reading.kind === 'share' && share === inSteps(1, reading.base);
		return { share, isFull, row, register };
	};
}
