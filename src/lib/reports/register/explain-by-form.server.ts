import { fail } from '@sveltejs/kit';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { ForbiddenError, InvalidError, NotFoundError } from '../../server/errors';
import { idParameter } from '../../server/form';
import { explainRegister } from './explain.server';
import { withdrawExplanation } from './withdraw.server';

/**
 * Explains the register of the unit in the address, or takes the explanation named by the form back;
 * a refusal brings back what was entered with its problems.
 */
export async function explainByForm(
	database: Database,
	actor: Actor,
	unit: string,
	entered: Record<string, string>,
	now: Date,
) {
	const refuse = (status: number, problems: { field: string; rule: string }[]) =>
		fail(status, { register: { entered, problems } });
	try {
		const unitId = idParameter(unit);
		if (entered['withdraw'] === undefined) {
			await explainRegister(database, actor, unitId, entered, now);
			return { explained: 'done' as const };
		}
		await withdrawExplanation(
			database,
			actor,
			{ unitId, id: idParameter(entered['withdraw']) },
			now,
		);
		return { explained: 'gone' as const };
	} catch (error) {
		if (error instanceof InvalidError) return refuse(422, error.problems);
		if (error instanceof ForbiddenError || error instanceof NotFoundError)
			return refuse(error.status, [{ field: 'form', rule: 'form' }]);
		throw error;
	}
}
