import type { RegisterLimit } from '../../contracts/register-limit';
import { readRegisterLimits } from '../../coverage/register-limits.server';
import type { Database } from '../../server/db/client';
import type { ReportInput } from '../schemas';
import { unitKey, type IntakeContext } from './intake-context.server';

/** What the households of a batch are held against, by `unitKey`; period by period, as registers go. */
export async function readLimits(
	database: Database,
	inputs: readonly ReportInput[],
	{ periods, units }: Pick<IntakeContext, 'periods' | 'units'>,
): Promise<Map<string, RegisterLimit>> {
	const limits = new Map<string, RegisterLimit>();
	for (const period of periods.values()) {
		const keys = new Map<number, string>();
		for (const input of inputs) {
			const key = unitKey(input.unit, input.period);
			const unit = units.get(key);
			if (input.period === period.code && unit && input.householdSkills?.households != null)
				keys.set(unit.id, key);
		}
		for (const [id, limit] of await readRegisterLimits(database, [...keys.keys()], period))
			limits.set(keys.get(id) ?? '', limit);
	}
	return limits;
}
