import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import {
	bringTo,
	councilIdOf,
	inTime,
	listNominee,
	makeSeason,
	scoresOf,
	stepNominee,
	tooLate,
	communeOf,
	personOf,
	type TestSeason,
} from '../../../../tests/database/award-season';
import { makeAccount } from '../../../../tests/database/province';
import type { Database } from '../../server/db/client';
import {
	auditLog,
	awardComment,
	awardCouncilEvent,
	awardDeclaredConflict,
	awardDismissedConflict,
	awardNominationEvent,
	awardReview,
	storedFile,
} from '../../server/db/schema';
import { ConflictError } from '../../server/errors';
import { attestDossier } from '../attestation/attest.server';
import { openAttestation } from '../attestation/read-attestation.server';
import { declareConflict, dismissConflict } from '../council/conflicts.server';
import { addComment, giveReview } from '../council/review.server';
import { recordDecision } from './decide.server';
import { eraseNominees } from './erase.server';
import { readDossier } from './read-dossier.server';

/** What a council writes about a nominee, all of it with the same words. */
async function sayAbout(database: Database, season: TestSeason, nominationId: number) {
	const { seasonId, chair, one } = season;
	const words = 'lời riêng về người này';
	const secretary = season.sitting('secretary');
	const cleared = {
		...{ nominationId, memberId: season.memberIdOf('member'), reason: words },
		...{ ground: 'unitBelow', tie: `unit:${one.id}` },
	};
	await dismissConflict(database, chair, seasonId, cleared, inTime);
	const declared = { nominationId, reason: words };
	await declareConflict(database, secretary, seasonId, declared, inTime);
	await bringTo(database, season, 'scoring');
	const scores = scoresOf(50, 30).scores.map((score) => ({ ...score, reason: words }));
	const councilId = await councilIdOf(database, chair, { seasonId, nominationId });
	await giveReview(database, chair, { seasonId, nominationId: councilId }, { scores }, inTime);
	await bringTo(database, season, 'discussion');
	await addComment(database, chair, { seasonId, nominationId }, { text: words }, inTime);
}

describeDatabase('what is left of a nomination', (handle) => {
	it('are withdrawn with a reason, logged at every view, decided, and erased by rule', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { committee, nominator, seasonId } = season;
			const commune = await listNominee(database, season, communeOf(season));
			const reason = 'Xã xin rút để đề cử thôn';
			await stepNominee(database, nominator, season, commune, { step: 'withdraw', reason });
			const id = await listNominee(database, season, personOf(season));
			await readDossier(database, committee, { seasonId, nominationId: id });
			const views = await database
				.select()
				.from(auditLog)
				.where(eq(auditLog.action, 'nomination.read'));
			expect(views.map(({ accountId, subject }) => [accountId, subject])).toEqual([
				[committee.accountId, `nomination:${id}`],
			]);
			const decision = { decisionNumber: '99/QĐ-UBND', decidedOn: '2026-10-01', awarded: [id] };
			const decide = () => recordDecision(database, committee, seasonId, decision, tooLate);
			await expect(decide()).rejects.toThrow(ConflictError);
			const which = { seasonId, nominationId: id };
			const head = await makeAccount(database, 'head', 'approver', season.one.id);
			const { contentHash } = await openAttestation(database, head, which);
			const said = { name: 'Phan Văn Bình', post: 'Chủ tịch UBND xã', contentHash };
			await attestDossier(database, head, which, said, inTime);
			await sayAbout(database, season, id);
			await bringTo(database, season, 'closed');
			expect(await decide()).toBe(1);

			const later = new Date('2028-10-02T02:00:00Z');
			expect(await eraseNominees(database, tooLate)).toBe(0);
			expect(await eraseNominees(database, later)).toBe(1);
			expect(await eraseNominees(database, later)).toBe(0);
			const view = await readDossier(database, committee, { seasonId, nominationId: id });
			expect(view).toMatchObject({
				...{ name: '', merits: '', evidence: [], record: null, awarded: true },
				decisionNumber: '99/QĐ-UBND',
			});
			const { attestations } = await openAttestation(database, committee, which);
			expect(attestations).toMatchObject([{ name: 'Phan Văn Bình', state: 'erased' }]);
			const left = await Promise.all(
				[
					...[awardComment, awardReview, awardCouncilEvent, awardNominationEvent],
					...[awardDeclaredConflict, awardDismissedConflict],
				].map((table) => database.select().from(table)),
			);
			expect(JSON.stringify(left)).not.toContain('lời riêng');
			// The commune's three files stay: no person is in them by this rule.
			expect(await database.select({ id: storedFile.id }).from(storedFile)).toHaveLength(3);
		}));
});
