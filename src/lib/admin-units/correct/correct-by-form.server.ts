import { fail } from '@sveltejs/kit';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { ForbiddenError, InvalidError, NotFoundError } from '../../server/errors';
import { idParameter } from '../../server/form';
import { correctUnit } from './correct-unit.server';

/** Corrects the unit in the address; a refusal brings back what was entered with its problems. */
export async function correctByForm(
	database: Database,
	actor: Actor,
	unit: string,
	entered: Record<string, string>,
) {
	const refuse = (status: number, problems: { field: string; rule: string }[]) =>
		fail(status, { entered, problems });
	try {
		return { corrected: await correctUnit(database, actor, idParameter(unit), entered) };
	} catch (error) {
		if (error instanceof InvalidError) return refuse(422, error.problems);
		if (error instanceof ForbiddenError || error instanceof NotFoundError)
			return refuse(error.status, [{ field: 'form', rule: 'form' }]);
		throw error;
	}
}
