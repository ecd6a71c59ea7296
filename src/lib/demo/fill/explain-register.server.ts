import type { Actor } from '../../contracts/accounts';
import { localDay } from '../../contracts/local-time';
import { readRegisterLimits } from '../../coverage/register-limits.server';
import { explainRegister } from '../../reports/register/explain.server';
import type { Database } from '../../server/db/client';

/** So many households moved to the village since its register was made. */
const newcomers = 22;

/** The village of an account has grown since it was registered, which the level above explains. */
export async function explainGrowth(
	database: Database,
	administrator: Actor,
	leader: Actor,
	now: Date,
): Promise<void> {
	const unitId = leader.grants[0]?.unitId ?? 0;
	const today = localDay(now);
	const limits = await readRegisterLimits(database, [unitId], { startsOn: today, endsOn: today });
	const register = limits.get(unitId)?.register;
	if (register === undefined) throw new Error('The village of the demo has no register.');
	const explanation = {
		households: String(register + newcomers),
		reason: `Khu dân cư mới: ${newcomers} hộ đã chuyển đến sau lần rà soát`,
	};
	await explainRegister(database, administrator, unitId, explanation, now);
}
