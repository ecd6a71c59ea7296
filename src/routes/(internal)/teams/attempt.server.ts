import { error, fail, type RequestEvent } from '@sveltejs/kit';
import type { Actor } from '$lib/contracts/accounts';
import type { Database } from '$lib/server/db/client';
import { ConflictError, ExpectedError, InvalidError } from '$lib/server/errors';
import { textFields } from '$lib/server/form';

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
		return refusalOf(thrown, entered);
	}
}

interface Sent {
	actor: Actor;
	database: Database;
	/** The form's text fields. */
	entered: Record<string, string>;
	data: FormData;
	params: RequestEvent['params'];
	locale: App.Locals['locale'];
}

/** An action of a form: what comes of it, or what the form shows again as `attempt` says it. */
export const formAction =
	<Done>(
		act: (sent: Sent) => Promise<Done>,
		enteredOf: (data: FormData) => Record<string, string> = textFields,
	) =>
	async ({ locals, params, request }: RequestEvent) => {
		const { actor, database } = signedIn(locals);
		const data = await request.formData();
		const entered = enteredOf(data);
		try {
			return await act({ actor, database, entered, data, params, locale: locals.locale });
		} catch (thrown) {
			return refusalOf(thrown, entered);
		}
	};

/** @throws what nobody expects of a form. */
function refusalOf(thrown: unknown, entered: Record<string, string>) {
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

const refusal = (
	status: number,
	entered: Record<string, string>,
	problems: { field: string; rule: string }[],
) => fail(status, { entered, problems });
