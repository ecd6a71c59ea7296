import { fail } from '@sveltejs/kit';
import { ForbiddenError, InvalidError, NotFoundError } from '../../server/errors';

/** Does what a form asks for; what is refused is said on the page itself, with what was typed. */
export async function attemptDelegation<Done>(
	entered: Record<string, string>,
	act: () => Promise<Done>,
) {
	try {
		return await act();
	} catch (thrown) {
		if (thrown instanceof NotFoundError) return fail(404, { refused: 'notFound' as const });
		if (thrown instanceof ForbiddenError)
			return fail(403, { refused: 'forbidden' as const, entered });
		if (!(thrown instanceof InvalidError)) throw thrown;
		return fail(422, { problems: thrown.problems, entered });
	}
}
