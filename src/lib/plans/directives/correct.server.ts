import { and, count, eq, ne } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { directive, planBasis } from '../../server/db/schema';
import { ConflictError, ForbiddenError } from '../../server/errors';
import { parse } from '../../server/parse';
import { keepsPlansOf } from '../keeper.server';
import { findDirective } from './read.server';
import { registeredBefore, searchTextOf, storeDirectiveFile } from './register.server';
import { DirectiveCorrection } from './schemas';

/**
 * Corrects what the register says of a paper; a new file takes the place of the old one.
 * @throws InvalidError, NotFoundError, ForbiddenError
 */
export async function correctDirective(
	database: Database,
	actor: Actor,
	id: number,
	input: unknown,
	{ file, now }: { file: File | null; now: Date },
): Promise<void> {
	const parsed = parse(DirectiveCorrection, input);
	await database.transaction(async (transaction) => {
		const { unitId, number: before } = await requireRegister(transaction, actor, id);
		const { number, issuedOn, issuer } = parsed;
		const same = { ...{ unitId, number, issuedOn, issuer } };
		const [other] = await transaction
			.select({ id: directive.id })
			.from(directive)
			.where(and(ne(directive.id, id), ...equal(same)));
		if (other) throw registeredBefore();
		await transaction
			.update(directive)
			.set({
				...{ ...parsed, searchText: searchTextOf(parsed) },
				...(file && { fileId: await storeDirectiveFile(transaction, actor, file, now) }),
			})
			.where(eq(directive.id, id));
		await writeAudit(transaction, {
			...{ actor, action: 'directive.correct', subject: `directive:${id}` },
			details: { before, number },
		});
	});
}

const equal = (same: { unitId: number; number: string; issuedOn: string; issuer: string }) => [
	eq(directive.unitId, same.unitId),
	eq(directive.number, same.number),
	eq(directive.issuedOn, same.issuedOn),
	eq(directive.issuer, same.issuer),
];

/**
 * Takes a paper that was entered by mistake out of the register.
 * @throws NotFoundError, ForbiddenError; ConflictError while a plan rests on it.
 */
export async function removeDirective(database: Database, actor: Actor, id: number): Promise<void> {
	await database.transaction(async (transaction) => {
		const { number } = await requireRegister(transaction, actor, id);
		const [resting] = await transaction
			.select({ plans: count() })
			.from(planBasis)
			.where(eq(planBasis.directiveId, id));
		if (resting && resting.plans > 0) throw new ConflictError('A plan rests on that paper.');
		await transaction.delete(directive).where(eq(directive.id, id));
		await writeAudit(transaction, {
			...{ actor, action: 'directive.remove', subject: `directive:${id}`, details: { number } },
		});
	});
}

async function requireRegister(database: Database, actor: Actor, id: number) {
	const found = await findDirective(database, actor, id);
	if (!(await keepsPlansOf(database, actor, found.unit.id)))
		throw new ForbiddenError('This account keeps no register of that unit.');
	return found.directive;
}
