import { and, eq } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import { mayActOn } from '../accounts/access/may-act-on.server';
import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { indicatorSwitch } from '../server/db/schema';
import { ForbiddenError, NotFoundError } from '../server/errors';
import { reportableCodes } from './rules.server';

/**
 * Asks for an indicator in a unit and below it, or no longer does. Figures that exist stay.
 * @throws ForbiddenError for whoever doesn't administer the unit; NotFoundError for what nobody reports.
 */
export async function switchIndicator(
	database: Database,
	actor: Actor,
	{ unitId, code, on }: { unitId: number; code: string; on: boolean },
): Promise<void> {
	if (!reportableCodes.has(code)) throw new NotFoundError(`Nobody reports ${code}.`);
	await database.transaction(async (transaction) => {
		if (!(await mayActOn(transaction, actor, ['administrator'], unitId)))
			throw new ForbiddenError('This account administers another unit.');
		const own = and(eq(indicatorSwitch.unitId, unitId), eq(indicatorSwitch.indicatorCode, code));
		if (on) await transaction.delete(indicatorSwitch).where(own);
		else
			await transaction
				.insert(indicatorSwitch)
				.values({ unitId, indicatorCode: code })
				.onConflictDoNothing();
		await writeAudit(transaction, {
			actor,
			action: 'indicator.switch',
			subject: `indicator:${code}`,
			details: { unitId, on },
		});
	});
}
