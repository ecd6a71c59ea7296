import type { FrozenResult, FrozenSeason, PublishedFreeze } from '../../contracts/award-freeze';
import { computeIndex } from '../index/compute-index.server';
import { compareFreeze, readContent, type CheckedStep } from './check-freeze';

export { readContent };

/**
 * Scores and bands of a frozen season, each board in the worker.
 * @throws FailedIndexError, BusyError.
 */
export async function computeFrozen({ categories }: FrozenSeason): Promise<FrozenResult> {
	const result: FrozenResult = [];
	for (const { name, input } of categories)
		result.push({
			name,
			level: await computeIndex(input, 'level'),
			growth: await computeIndex(input, 'growth'),
		});
	return result;
}

/**
 * Whether all that was published of a freeze follows from its content, byte for byte.
 * @throws what `computeFrozen` throws; ValiError or SyntaxError for what is no frozen season.
 */
export const checkFreeze = async (
	published: PublishedFreeze,
	criteriaHashes: Readonly<Record<string, string>>,
): Promise<CheckedStep[]> =>
	compareFreeze(published, criteriaHashes, await computeFrozen(readContent(published)));
