import { unitByCode } from '../../admin-units/home.server';
import type { Actor } from '../../contracts/accounts';
import { localDay } from '../../contracts/local-time';
import type { Database } from '../../server/db/client';
import { answerTicket } from '../../tickets/answer.server';
import { closeTicket } from '../../tickets/close.server';
import { raiseTicket } from '../../tickets/raise.server';
import { approverName } from '../accounts';
import type { ImaginedTicket } from '../history/tickets';

/** Raises, answers and closes tickets in the way in which people do. */
export async function addTickets(
	database: Database,
	actors: ReadonlyMap<string, Actor>,
	tickets: readonly ImaginedTicket[],
): Promise<void> {
	const approver = actors.get(approverName);
	for (const { unit, by, raisedAt, answered, closed, ...content } of tickets) {
		const raiser = actors.get(by);
		const village = await unitByCode(database, unit, localDay(raisedAt));
		if (!raiser || !approver || !village) throw new Error(`The demo has no ${by} or ${unit}.`);
		const input = { ...content, unitId: village.id };
		const id = await raiseTicket(database, raiser, input, raisedAt);
		if (!answered) continue;
		await answerTicket(database, approver, id, released(content.text, answered.text), answered.at);
		if (closed) await closeTicket(database, raiser, id, { text: '' }, answered.at);
	}
}

/** The demo's texts name nobody. */
const released = (asked: string, answered: string) => ({
	text: answered,
	...{ publicQuestion: asked, publicAnswer: answered },
});
