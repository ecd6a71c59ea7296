import * as v from 'valibot';
import { writeAudit } from '../accounts/audit/audit.server';
import type { Actor } from '../contracts/accounts';
import { sceneWords } from '../contracts/wall';
import type { Database } from '../server/db/client';
import { parse } from '../server/parse';
import { requireRemote } from './require-remote.server';
import { tellScreen } from './tell-screen.server';

const orNothing = <Schema extends v.GenericSchema<string, string>>(schema: Schema) =>
	v.optional(
		v.union([
			v.pipe(
				v.literal(''),
				v.transform(() => null),
			),
			schema,
		]),
		'',
	);

/** What a remote control asks for; what is left empty the screen decides. */
const Order = v.object({
	scene: orNothing(v.picklist(Object.values(sceneWords), 'scene')),
	commune: orNothing(v.pipe(v.string(), v.regex(/^\w{1,20}$/, 'commune'))),
	at: orNothing(v.pipe(v.string(), v.isoDateTime('at'))),
});

/**
 * Has a screen show a scene, a commune or an earlier hour, until it is handed back or the remote's time is over.
 * @throws NotFoundError; ConflictError; InvalidError.
 */
export async function showOnScreen(
	database: Database,
	actor: Actor,
	screenId: number,
	entered: Record<string, string>,
	now: Date,
): Promise<void> {
	const order = parse(Order, entered);
	await database.transaction(async (transaction) => {
		const found = await requireRemote(transaction, actor, screenId, now);
		const show = { ...order, until: found.remoteUntil.toISOString() };
		await tellScreen(transaction, found, show);
		await writeAudit(transaction, {
			actor,
			action: 'screen.show',
			subject: `screen:${screenId}`,
			details: { ...show },
		});
	});
}
