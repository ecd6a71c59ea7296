import { eq, max } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { CheckFrame } from '../../contracts/awards/checks';
import { canonicalJson, sha256 } from '../../contracts/text/canonical-json';
import { localDay } from '../../contracts/local-time';
import type { Database } from '../../server/db/client';
import { awardCheckRound, awardSeason } from '../../server/db/schema';
import { InvalidError } from '../../server/errors';
import { parse } from '../../server/parse';
import { sizeOf } from './draw-sample';
import { requireCommittee } from './keeper.server';
import { readFrame } from './read-frame.server';
import { FrameInput, mostDrawn } from './schemas';

/**
 * Fixes what a round draws from, and hashes it: from here on nothing about it changes, and only dice are
 * missing.
 * @param input not yet parsed, see `FrameInput`.
 * @returns the round's number in its season.
 * @throws NotFoundError, InvalidError
 */
export async function fixFrame(
	database: Database,
	actor: Actor,
	seasonId: number,
	input: unknown,
	now: Date,
): Promise<number> {
	const { perUnit, diceSides, ...asked } = parse(FrameInput, input);
	const { season } = await requireCommittee(database, actor, seasonId);
	return database.transaction(async (transaction) => {
		// Two at once would be given the same number.
		await transaction
			.select({ id: awardSeason.id })
			.from(awardSeason)
			.where(eq(awardSeason.id, seasonId))
			.for('update');
		const day = localDay(now);
		const { strata } = await readFrame(transaction, season, { ...asked, day });
		const drawn = strata.reduce((sum, each) => sum + Math.min(perUnit, sizeOf(each)), 0);
		if (drawn === 0) throw fault('nothingToDraw');
		if (drawn > mostDrawn) throw fault('tooManyToVisit');
		const [last] = await transaction
			.select({ number: max(awardCheckRound.number) })
			.from(awardCheckRound)
			.where(eq(awardCheckRound.seasonId, seasonId));
		const number = (last?.number ?? 0) + 1;
		const { subject } = asked;
		const frame: CheckFrame = {
			...{ season: seasonId, round: number, subject, day, perUnit, diceSides },
			strata,
		};
		const frameHash = sha256(canonicalJson(frame));
		await transaction.insert(awardCheckRound).values({
			...{ seasonId, number, frame, frameHash },
			...{ fixedBy: actor.accountId, fixedAt: now },
		});
		await writeAudit(transaction, {
			...{ actor, action: 'award.fixCheckFrame', subject: `awardSeason:${seasonId}` },
			details: { round: number, sha256: frameHash, units: strata.length, drawn },
		});
		return number;
	});
}

const fault = (rule: string) =>
	new InvalidError([{ field: 'communes', rule, message: 'no sample can be drawn of this' }]);
