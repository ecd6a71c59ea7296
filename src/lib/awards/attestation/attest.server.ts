import * as v from 'valibot';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { awardAttestation } from '../../server/db/schema';
import { ConflictError, ForbiddenError } from '../../server/errors';
import { parse } from '../../server/parse';
import { readDossier } from '../nominations/read-dossier.server';
import { hashDossier } from './attested-content.server';

const said = v.pipe(
	v.string('text'),
	v.trim(),
	v.minLength(3, 'text'),
	v.maxLength(200, 'tooLong'),
);
const Attestation = v.object({
	name: said,
	post: said,
	/** Of the content as it was shown: nobody vouches for what changed in between. */
	contentHash: v.pipe(v.string('choose'), v.regex(/^[\da-f]{64}$/, 'choose')),
});

/**
 * The unit's head vouches for a dossier as it is now: name, post, time and the hash of what was attested.
 * @param input not yet parsed.
 * @throws NotFoundError, ForbiddenError, InvalidError; ConflictError when the dossier is decided, or is not
 * what was shown any more.
 */
export async function attestDossier(
	database: Database,
	actor: Actor,
	asked: { seasonId: number; nominationId: number },
	input: unknown,
	now: Date,
): Promise<void> {
	const { name, post, contentHash } = parse(Attestation, input);
	await database.transaction(async (transaction) => {
		const dossier = await readDossier(transaction, actor, asked);
		if (dossier.state === 'decided' || dossier.state === 'withdrawn')
			throw new ConflictError(`The dossier is ${dossier.state}.`);
		if (!dossier.open.attests) throw new ForbiddenError('The account does not sign for that unit.');
		if ((await hashDossier(transaction, dossier)) !== contentHash)
			throw new ConflictError('The dossier has changed since it was shown.');
		await transaction.insert(awardAttestation).values({
			...{ nominationId: asked.nominationId, name, post, contentHash },
			...{ attestedBy: actor.accountId, attestedAt: now },
		});
		await writeAudit(transaction, {
			...{ actor, action: 'nomination.attest', subject: `nomination:${asked.nominationId}` },
			details: { sha256: contentHash },
		});
	});
}
