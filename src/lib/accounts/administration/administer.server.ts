import { fail, type ActionFailure } from '@sveltejs/kit';
import { ConflictError, ExpectedError, InvalidError } from '../../server/errors';

export interface Refusal {
	/** By field. */
	faults: Record<string, string>;
	/** What stands in the way, when it isn't a field. */
	refused: 'forbidden' | 'conflict' | 'notFound' | null;
	entered: Record<string, string>;
}

/** Runs an action of an administration page: an expected refusal is said on the page itself. */
export async function administer<Done>(
	entered: Record<string, string>,
	act: () => Promise<Done>,
): Promise<Done | ActionFailure<{ refusal: Refusal }>> {
	try {
		return await act();
	} catch (thrown) {
		if (!(thrown instanceof ExpectedError)) throw thrown;
		const problems = thrown instanceof InvalidError ? thrown.problems : [];
		const faults = Object.fromEntries(problems.map(({ field, rule }) => [field, rule]));
		const refused =
			problems.length > 0
				? null
				: thrown instanceof ConflictError
					? 'conflict'
					: thrown.status === 404
						? 'notFound'
						: 'forbidden';
		const refusal: Refusal = { faults, refused, entered };
		return fail(thrown.status, { refusal });
	}
}
