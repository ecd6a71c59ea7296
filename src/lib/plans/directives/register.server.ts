import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import { searchKey } from '../../contracts/text/search-key';
import type { Database } from '../../server/db/client';
import { directive } from '../../server/db/schema';
import { ForbiddenError, InvalidError } from '../../server/errors';
import { storeFile } from '../../server/files';
import { parse } from '../../server/parse';
import { keepsPlansOf } from '../keeper.server';
import { NewDirective } from './schemas';

/**
 * Puts a paper into a unit's register, with its file if there is one.
 * @returns its id.
 * @throws InvalidError when the register has it; ForbiddenError.
 */
export async function registerDirective(
	database: Database,
	actor: Actor,
	input: unknown,
	{ file, now }: { file: File | null; now: Date },
): Promise<number> {
	const parsed = parse(NewDirective, input);
	return database.transaction(async (transaction) => {
		if (!(await keepsPlansOf(transaction, actor, parsed.unitId)))
			throw new ForbiddenError('This account keeps no register of that unit.');
		const fileId = file && (await storeDirectiveFile(transaction, actor, file, now));
		const [registered] = await transaction
			.insert(directive)
			.values({
				...parsed,
				searchText: searchTextOf(parsed),
				fileId,
				registeredBy: actor.accountId,
				registeredAt: now,
			})
			.onConflictDoNothing()
			.returning({ id: directive.id });
		if (!registered) throw registeredBefore();
		await writeAudit(transaction, {
			...{ actor, action: 'directive.register', subject: `directive:${registered.id}` },
			details: { unitId: parsed.unitId, number: parsed.number },
		});
		return registered.id;
	});
}

export const searchTextOf = ({
	number,
	issuer,
	subject,
}: Record<'number' | 'issuer' | 'subject', string>) => searchKey(`${number} ${issuer} ${subject}`);

export const storeDirectiveFile = (database: Database, actor: Actor, file: File, now: Date) =>
	storeFile(database, file, {
		...{ field: 'file', kind: 'paper' },
		...{ uploadedBy: actor.accountId, uploadedAt: now },
	});

export const registeredBefore = () =>
	new InvalidError([
		{ field: 'number', rule: 'registered', message: 'the register has that paper' },
	]);
