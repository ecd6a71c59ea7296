import { expect, it } from 'vitest';
import { resetAccount } from '../../src/lib/accounts/administration/reset-account.server';
import { castBallot } from '../../src/lib/awards/council/ballot.server';
import { dismissConflict } from '../../src/lib/awards/council/conflicts.server';
import { giveReview } from '../../src/lib/awards/council/review.server';
import { openVote } from '../../src/lib/awards/council/vote.server';
import { draftCriteria } from '../../src/lib/awards/criteria/draft.server';
import { forceCriteria, signCriteria } from '../../src/lib/awards/criteria/sign.server';
import { recordDecision } from '../../src/lib/awards/nominations/decide.server';
import { stepNomination } from '../../src/lib/awards/nominations/step.server';
import type { Actor } from '../../src/lib/contracts/accounts';
import type { Database } from '../../src/lib/server/db/client';
import { ConflictError, ForbiddenError } from '../../src/lib/server/errors';
import { describeDatabase, rolledBack } from '.';
import {
	bringTo,
	fillDossier,
	inTime,
	listNominee,
	makeSeason,
	scoresOf,
	seatAll,
	type TestSeason,
} from './award-season';
import { makeAccount } from './province';

const before = new Date(inTime.getTime() - 60_000);
const later = new Date(inTime.getTime() + 60_000);
const early = new Date('2025-06-01T02:00:00Z');
const password = 'mật khẩu do người khác đặt';

/** Somebody comes to know passwords of both accounts, and could act as either. */
async function knowBoth(
	database: Database,
	{ keeper }: Pick<TestSeason, 'keeper'>,
	actors: readonly Actor[],
	at: Date,
) {
	for (const { name } of actors) await resetAccount(database, keeper, name, password, { now: at });
}

describeDatabase('what two people have to do in a season of awards', (handle) => {
	it('is not done by whoever knows the passwords of both: criteria', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { seasonId, communes, committee, sitting } = season;
			const asked = { seasonId, categoryId: communes.id };
			const which = { seasonId, versionId: await draftCriteria(database, committee, asked, early) };
			await knowBoth(database, season, [committee, sitting('chair')], early);
			await signCriteria(database, committee, which, early);
			const force = (actor: Actor) => forceCriteria(database, actor, which, early);
			await expect(force(sitting('chair'))).rejects.toThrow(ForbiddenError);
			// The administrator who reset the first signer's password may have signed as well.
			await expect(force(season.keeper)).rejects.toThrow(ForbiddenError);
			expect(await force(sitting('secretary'))).toMatch(/^[\da-f]{64}$/);
		}));

	it('is not done by whoever knows the passwords of both: a dossier, its check and the decision', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { seasonId, communes, committee, nominator, one, sitting } = season;
			await knowBoth(database, season, [nominator, committee], inTime);
			const given = { categoryId: communes.id, unitId: one.id };
			const which = { seasonId, nominationId: await fillDossier(database, season, given) };
			const step = (actor: Actor, to: string) =>
				stepNomination(database, actor, which, { step: to }, later);
			await step(nominator, 'submit');
			await expect(step(committee, 'complete')).rejects.toThrow(ForbiddenError);
			await step(sitting('chair'), 'complete');
			await expect(step(committee, 'list')).rejects.toThrow(ForbiddenError);
			await step(sitting('chair'), 'list');
			await bringTo(database, season, 'closed');
			const decision = {
				...{ decisionNumber: '9/QĐ-UBND', decidedOn: '2026-10-01' },
				awarded: [which.nominationId],
			};
			const decide = (actor: Actor) => recordDecision(database, actor, seasonId, decision, later);
			await expect(decide(committee)).rejects.toThrow(ConflictError);
			expect(await decide(sitting('chair'))).toBe(1);
		}));

	it('is not done by whoever knows the passwords of both: a conflict of interest, and saying that it is none', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { seasonId, communes, one, memberIdOf, sitting } = season;
			const nominationId = await listNominee(database, season, {
				...{ categoryId: communes.id, unitId: one.id },
			});
			const dismissal = {
				...{ nominationId, memberId: memberIdOf('member') },
				...{ ground: 'ownUnit', tie: `unit:${one.id}`, reason: 'Không công tác tại xã nữa' },
			};
			const dismiss = (name: string) =>
				dismissConflict(database, sitting(name), seasonId, dismissal, inTime);
			await knowBoth(database, season, [sitting('chair'), sitting('member')], before);
			await expect(dismiss('chair')).rejects.toThrow(ForbiddenError);
			await dismiss('deputy');
		}));

	it('is not done by whoever knows the passwords of both: a score, and a second vote', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { communes, other, province, seasonId, sitting } = season;
			const by = await makeAccount(database, 'neighbour', 'reporter', other.id);
			await knowBoth(database, season, [by, sitting('secretary')], before);
			const clerk = await makeAccount(database, 'clerk', 'administrator', province.provinceId);
			const known = [sitting('chair'), sitting('deputy')];
			await knowBoth(database, { keeper: clerk }, known, before);
			const given = { categoryId: communes.id, unitId: other.id };
			const which = { seasonId, nominationId: await listNominee(database, season, given, { by }) };
			await bringTo(database, season, 'scoring');
			const score = (actor: Actor) => giveReview(database, actor, which, scoresOf(50, 30), inTime);
			await expect(score(sitting('secretary'))).rejects.toThrow(ForbiddenError);
			await score(sitting('chair'));
			await seatAll(database, season, ['chair', 'deputy', 'secretary', 'member']);
			await bringTo(database, season, 'vote');
			await openVote(database, sitting('chair'), which, inTime);
			const vote = (name: string) =>
				castBallot(database, sitting(name), which, { choice: 'for' }, inTime);
			await vote('chair');
			await expect(vote('deputy')).rejects.toThrow(ForbiddenError);
			await expect(vote('secretary')).rejects.toThrow(ForbiddenError);
			await vote('member');
		}));
});
