import { writeAudit } from '../accounts/audit/audit.server';
import { mayActOn } from '../accounts/access/may-act-on.server';
import type { Actor } from '../contracts/accounts';
import { searchKey } from '../contracts/text/search-key';
import type { Database } from '../server/db/client';
import { material } from '../server/db/schema';
import { ForbiddenError, InvalidError } from '../server/errors';
import { storeFile } from '../server/files';
import { parse } from '../server/parse';
import { NewMaterial } from './schemas';

/**
 * Offers teaching material, a file or a link, to a unit and everything below it.
 * @returns its id.
 * @throws InvalidError, ForbiddenError
 */
export async function addMaterial(
	database: Database,
	actor: Actor,
	input: unknown,
	{ file, now }: { file: File | null; now: Date },
): Promise<number> {
	const parsed = parse(NewMaterial, input);
	if ((file === null) === (parsed.link === null))
		throw new InvalidError([
			{
				field: file ? 'link' : 'file',
				rule: 'fileOrLink',
				message: 'a file or a link, one of them',
			},
		]);
	return database.transaction(async (transaction) => {
		if (!(await mayActOn(transaction, actor, ['approver'], parsed.unitId)))
			throw new ForbiddenError('This account offers no material there.');
		const fileId =
			file &&
			(await storeFile(transaction, file, {
				...{ field: 'file', kind: 'paper' },
				uploadedBy: actor.accountId,
				uploadedAt: now,
			}));
		const [added] = await transaction
			.insert(material)
			.values({
				...parsed,
				searchText: searchKey(`${parsed.title} ${parsed.description}`),
				fileId,
				addedBy: actor.accountId,
				addedAt: now,
			})
			.returning({ id: material.id });
		if (!added) throw new Error('An insert returns its row.');
		await writeAudit(transaction, {
			actor,
			action: 'material.add',
			subject: `material:${added.id}`,
			details: { unitId: parsed.unitId, kind: file ? 'file' : 'link' },
		});
		return added.id;
	});
}
