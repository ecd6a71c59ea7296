import { and, inArray } from 'drizzle-orm';
import type { Unit } from '../contracts/admin-units';
import { leadingBasis, readMeasure, type Basis, type Reading } from '../contracts/coverage';
import type { Period } from '../contracts/reports';
import { toInternalFigures } from '../coverage/figures.server';
import { growth } from '../coverage/growth.server';
import { readRegisters } from '../coverage/registers.server';
import { among } from '../server/db/among';
import type { Database } from '../server/db/client';
import { coverage } from '../server/db/schema';

/** Where a unit stands: all five skills, by what was reported and by what was approved of it. */
export interface Headline {
	provisional: Reading;
	approved: Reading;
	/** Of the leading basis, over the units with figures of both months; null without any. */
	growth: number | null;
	register: number | null;
	/** ISO instant of the newest report counted; null without any. */
	receivedAt: string | null;
}

export async function readHeadline(
	database: Database,
	unit: Pick<Unit, 'id'>,
	below: readonly number[],
	{ period, previous }: { period: Period; previous: Period },
): Promise<Headline> {
	const rows = await database
		.select()
		.from(coverage)
		.where(
			and(
				among(coverage.unitId, [unit.id, ...below]),
				inArray(coverage.periodId, [period.id, previous.id]),
			),
		);
	const registers = await readRegisters(database, [unit.id], period.endsOn);
	const register = registers.get(unit.id) ?? null;
	const own = (basis: Basis) =>
		rows.find((row) => row.unitId === unit.id && row.periodId === period.id && row.basis === basis);
	const reading = (basis: Basis) => {
		const row = own(basis);
		return readMeasure(row && toInternalFigures(row), 'allFive', register);
	};
	// A unit without others below is compared with itself.
	const compared = below.length > 0 ? below : [unit.id];
	const figures = ({ id }: Period) =>
		rows
			.filter(
				(row) => row.periodId === id && row.basis === leadingBasis && compared.includes(row.unitId),
			)
			.map(toInternalFigures);
	return {
		provisional: reading('provisional'),
		approved: reading('approved'),
		growth: growth(figures(period), figures(previous), 'allFive'),
		register,
		receivedAt: own('provisional')?.receivedAt.toISOString() ?? null,
	};
}
