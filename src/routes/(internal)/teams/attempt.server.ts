import { error, fail } from '@sveltejs/kit';
import type { Actor } from '$lib/contracts/accounts';
import type { Database } from '$lib/server/db/client';
import { ConflictError, ExpectedError, InvalidError } from '$lib/server/errors';

/** @throws SvelteKit's error page: the policy of the route lets nobody in without an account. */
export function signedIn({ actor, handle }: App.Locals): { actor: Actor; database: Database } {
	if (!actor) error(403, 'forbidden');
	return { actor, database: handle.database };
}

/** The number in an address; 0 for anything else, which nothing has. */
export const idOf = (text: string | undefined): number =>
	text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : 0;

/**
 * Does what a form asks for.
 * @returns null, or what the form shows again: what was typed, and what is wrong with it.
 */
export async function attempt(
	entered: Record<string, string>,
	run: () => Promise<unknown>,
): Promise<ReturnType<typeof refusal> | null> {
	try {
		await run();
		return null;
	} catch (thrown) {
		if (thrown instanceof InvalidError)
			return refusal(
				422,
				entered,
				// A form is a batch of one or two rows, which share its fields.
				thrown.problems.map(({ field, rule }) => ({ field: field.replace(/^\d+\./, ''), rule })),
			);
		if (!(thrown instanceof ExpectedError)) throw thrown;
		const rule = thrown instanceof ConflictError ? 'conflict' : 'refused';
		return refusal(thrown.status, entered, [{ field: 'form', rule }]);
	}
}

const refusal = (
	status: number,
	entered: Record<string, string>,
	problems: { field: string; rule: string }[],
) => fail(status, { entered, problems });
