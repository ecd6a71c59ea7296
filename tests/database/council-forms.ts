import { inspect } from 'node:util';
import { attestDossier } from '../../src/lib/awards/attestation/attest.server';
import { castBallot, writeBallot } from '../../src/lib/awards/council/ballot.server';
import { declareConflict, dismissConflict } from '../../src/lib/awards/council/conflicts.server';
import { addComment, giveReview } from '../../src/lib/awards/council/review.server';
import { closeVote, openVote } from '../../src/lib/awards/council/vote.server';
import { recordDecision } from '../../src/lib/awards/nominations/decide.server';
import { addEvidence, removeEvidence } from '../../src/lib/awards/nominations/evidence.server';
import { stepMany } from '../../src/lib/awards/nominations/step.server';
import type { Actor } from '../../src/lib/contracts/accounts';
import type { Database } from '../../src/lib/server/db/client';
import { inTime, scoresOf } from './award-season';
import type { Played } from './recused-worlds';
import { hear, type Heard } from './statements';

/** What a member's form may do about a nominee, and what it is told. */
export async function tryEverything(
	database: Database,
	actor: Actor,
	{ seasonId, own, season }: Played,
) {
	const which = { seasonId, nominationId: own };
	const conflict = {
		...{ nominationId: own, memberId: season.memberIdOf('chair') },
		...{ ground: 'nominated', tie: 'nomination' },
	};
	const tries: Record<string, () => Promise<unknown>> = {
		score: () => giveReview(database, actor, which, scoresOf(1, 1), inTime),
		comment: () => addComment(database, actor, which, { text: 'thử' }, inTime),
		open: () => openVote(database, actor, which, inTime),
		close: () => closeVote(database, actor, which, inTime),
		vote: () => castBallot(database, actor, which, { choice: 'for' }, inTime),
		write: () => writeBallot(database, actor, which, { choice: 'for' }, inTime),
		dismiss: () =>
			dismissConflict(database, actor, seasonId, { ...conflict, reason: 'không phải' }, inTime),
		declare: () =>
			declareConflict(database, actor, seasonId, { nominationId: own, reason: 'họ hàng' }, inTime),
	};
	return answersTo(tries);
}

/** What whoever works on dossiers may do about nominees, one and many at once, and what it is told. */
export async function tryDossiers(
	database: Database,
	actor: Actor,
	{ seasonId, own, ofOwn }: Played,
) {
	const nominationIds = [own, ofOwn];
	const many = (step: string) =>
		stepMany(database, actor, { seasonId, nominationIds }, { step, reason: 'thử' }, inTime);
	const decision = { decisionNumber: '345/QĐ-UBND', decidedOn: '2026-08-03' };
	const tries: Record<string, () => Promise<unknown>> = {
		...Object.fromEntries(
			['submit', 'return', 'complete', 'list', 'withdraw'].map((step) => [step, () => many(step)]),
		),
	};
	for (const nominationId of nominationIds) {
		const which = { seasonId, nominationId };
		const said = { name: 'Nguyễn Văn Mẫu', post: 'Chủ tịch', contentHash: '0'.repeat(64) };
		const evidence = { part: 'minutes', title: 'Biên bản' };
		const file = new File(['%PDF-1.4'], 'bien-ban.pdf', { type: 'application/pdf' });
		const decided = { ...decision, awarded: [nominationId] };
		tries[`attest ${nominationId}`] = () => attestDossier(database, actor, which, said, inTime);
		tries[`evidence ${nominationId}`] = () =>
			addEvidence(database, actor, which, { input: evidence, file, now: inTime });
		tries[`remove evidence ${nominationId}`] = () =>
			removeEvidence(database, actor, which, 1, inTime);
		tries[`decide ${nominationId}`] = () =>
			recordDecision(database, actor, seasonId, decided, inTime);
	}
	return answersTo(tries);
}

async function answersTo(tries: Readonly<Record<string, () => Promise<unknown>>>) {
	const told: Record<string, Heard> = {};
	for (const [name, attempt] of Object.entries(tries))
		told[name] = await hear(() =>
			attempt().then(
				(answer) => `done: ${inspect(answer)}`,
				(thrown: unknown) => String(thrown),
			),
		);
	return told;
}
