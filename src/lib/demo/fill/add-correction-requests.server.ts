import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { answerTicket } from '../../tickets/answer.server';
import { askForCorrection } from '../../tickets/ask-correction.server';
import type { CorrectionRequest } from '../history/correction-requests';

/** Asks for corrections as visitors do, each from a house of their own, and says what came of it. */
export async function addCorrectionRequests(
	database: Database,
	approver: Actor,
	requests: readonly CorrectionRequest[],
): Promise<void> {
	for (const [index, { commune, month, text, raisedAt, outcome }] of requests.entries()) {
		const asked = { code: commune, month, text, from: `192.0.2.${index + 1}`, now: raisedAt };
		const id = await askForCorrection(database, asked);
		if (!outcome) continue;
		const { question, answer, at } = outcome;
		const released = { publicQuestion: question, publicAnswer: answer };
		await answerTicket(database, approver, id, { text: answer, ...released }, at);
	}
}
