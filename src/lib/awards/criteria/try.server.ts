import { randomInt } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { Board } from '../../contracts/awards/composite-index';
import { liveDraws } from '../../contracts/awards/method';
import { addDays } from '../../contracts/local-time';
import { readCriteria, toIndexUnit } from '../../ranking/criteria/read-values.server';
import { computeIndex } from '../../ranking/index/compute-index.server';
import type { Database } from '../../server/db/client';
import { awardCriteriaTrial, awardCriteriaVersion } from '../../server/db/schema';
import { ForbiddenError } from '../../server/errors';
import { parse } from '../../server/parse';
import { readSeasonSettings } from '../season/read-settings.server';
import { lockVersion, type WhichVersion } from './lock.server';
import { TriedCriteria } from './schemas';
import { blindShape, type TriedShapes } from './shape';

/** The year before a season's figures count: what weights are tried on. */
export const trialSpan = (countsFrom: string) => ({
	from: `${Number(countsFrom.slice(0, 4)) - 1}${countsFrom.slice(4)}`,
	until: addDays(countsFrom, -1),
});

/**
 * Keeps weights in a draft and shows what shape the two boards would take, by figures from before the
 * season. Every trial is logged, whoever makes it.
 * @throws InvalidError, NotFoundError, ForbiddenError; ConflictError when the version is signed.
 */
export async function tryCriteria(
	database: Database,
	actor: Actor,
	which: WhichVersion,
	{ input, now }: { input: unknown; now: Date },
): Promise<TriedShapes> {
	const criteria = parse(TriedCriteria, input);
	const { category, season } = await database.transaction(async (transaction) => {
		const found = await lockVersion(transaction, actor, which, {
			...{ who: 'committee', state: 'draft' },
		});
		await transaction
			.update(awardCriteriaVersion)
			.set({ criteria })
			.where(eq(awardCriteriaVersion.id, which.versionId));
		return found;
	});
	const { kind, quota } = category;
	if (kind === 'individual') throw new ForbiddenError('Individuals are not scored by a formula.');
	const settings = await readSeasonSettings(database, season.id);
	const units = await readCriteria(database, {
		...{ scopeId: season.unitId, kind, span: trialSpan(season.countsFrom), now },
		samples: new Map(),
	});
	const tried = {
		method: { criteria, completeness: settings.completenessMinimum / 100 },
		draws: {
			...{ seed: randomInt(2 ** 32), draws: liveDraws, top: quota },
			confidence: settings.confidence / 100,
		},
		units: units.map(toIndexUnit),
	};
	const shapeOf = async (board: Board) => {
		const result = await computeIndex(tried, board);
		return result && blindShape(result, () => randomInt(2 ** 32) / 2 ** 32);
	};
	const level = await shapeOf('level');
	if (!level) throw new Error('Two criteria at least have a weight.');
	await database.insert(awardCriteriaTrial).values({
		...{ versionId: which.versionId, criteria, bands: level.bands.length },
		...{ sensitivity: level.sensitivity, triedBy: actor.accountId, triedAt: now },
	});
	return { level, growth: await shapeOf('growth') };
}
