import type { FrozenResult, FrozenSeason, PublishedFreeze } from '../../contracts/awards/freeze';
import { computeIndex } from '../index/compute-index.server';
import { compareFreeze, readContent, type CheckedStep } from './check-freeze';

export { readContent };

/**
 * Scores and bands of a frozen season, two boards at a time in workers.
 * @throws FailedIndexError, BusyError.
 */
export const computeFrozen = ({ categories }: FrozenSeason): Promise<FrozenResult> =>
	Promise.all(
		categories.map(async ({ name, input }) => {
			const [level, growth] = await Promise.all([
				computeIndex(input, 'level'),
				computeIndex(input, 'growth'),
			]);
			return { name, level, growth };
		}),
	);

/**
 * Whether all that was published of a freeze follows from its content, byte for byte.
 * @throws what `computeFrozen` throws; ValiError or SyntaxError for what is no frozen season.
 */
export const checkFreeze = async (
	published: PublishedFreeze,
	criteriaHashes: Readonly<Record<string, string>>,
): Promise<CheckedStep[]> =>
	compareFreeze(published, criteriaHashes, await computeFrozen(readContent(published)));
