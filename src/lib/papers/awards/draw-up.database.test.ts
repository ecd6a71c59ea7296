import { strFromU8, unzipSync } from 'fflate';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import {
	bringTo,
	fillDossier,
	inTime,
	listNominee,
	makeSeason,
	seatAll,
} from '../../../../tests/database/award-season';
import { makeAccount } from '../../../../tests/database/province';
import { attestDossier } from '../../awards/attestation/attest.server';
import { openAttestation } from '../../awards/attestation/read-attestation.server';
import { castBallot } from '../../awards/council/ballot.server';
import { readMinutesFacts } from '../../awards/council/read-minutes-facts.server';
import { closeVote, openVote } from '../../awards/council/vote.server';
import { addEvidence } from '../../awards/nominations/evidence.server';
import { seasonPapers } from '../../contracts/awards/paper-settings';
import type { Database } from '../../server/db/client';
import { auditLog, roleGrant } from '../../server/db/schema';
import { drawUpNomineePaper } from './draw-up-dossier.server';
import { drawUpSeasonPaper } from './draw-up.server';
import { listPapers } from './list-papers.server';
import { readPaperSettings, savePaperSettings } from './settings.server';

const textOf = (content: Uint8Array): string => {
	const files = unzipSync(content);
	const names = Object.keys(files).filter((name) => /document\.xml$|sharedStrings/.test(name));
	return names.map((name) => strFromU8(files[name] ?? new Uint8Array())).join('\n');
};

/** A commune and a person of the first commune, voted for; the member from there steps back from both. */
async function makeVoted(database: Database) {
	const season = await makeSeason(database);
	const { seasonId, chair, communes, individuals, one, people } = season;
	const [person] = people;
	if (!person) throw new Error('somebody');
	const commune = await listNominee(database, season, {
		...{ categoryId: communes.id, unitId: one.id },
	});
	const individual = await listNominee(database, season, {
		...{ categoryId: individuals.id, ...person },
	});
	await bringTo(database, season, 'vote');
	await seatAll(database, season, ['chair', 'deputy', 'secretary', 'member']);
	for (const nominationId of [commune, individual]) {
		const which = { seasonId, nominationId };
		await openVote(database, chair, which, inTime);
		for (const name of ['chair', 'deputy', 'secretary'])
			await castBallot(database, season.sitting(name), which, { choice: 'for' }, inTime);
		await closeVote(database, chair, which, inTime);
	}
	return { ...season, commune, individual };
}

describeDatabase('papers of an award', (handle) => {
	const within = (test: (database: Database) => Promise<void>) => rolledBack(handle(), test);

	it('are drawn up from what the council did, and the log says who took them', () =>
		within(async (database) => {
			const { seasonId, committee, chair, commune, individual } = await makeVoted(database);
			const take = async (paper: (typeof seasonPapers)[number]) =>
				textOf((await drawUpSeasonPaper(database, chair, { seasonId, paper })).content);
			const minutes = await take('minutes');
			for (const said of [
				'chair, Chức vụ chair',
				'Nguyễn Thị Mẫu',
				'công tác tại đơn vị',
				'03 (100%',
			])
				expect(minutes).toContain(said);
			for (const paper of ['submission', 'list', 'listWorkbook', 'decision'] as const)
				expect(await take(paper), paper).toContain('Nguyễn Thị Mẫu');
			expect(await take('list')).toContain('3/3');
			const { nominees } = await listPapers(database, committee, seasonId);
			expect(nominees.map(({ nominationId }) => nominationId)).toEqual([commune, individual]);
			const log = await database
				.select()
				.from(auditLog)
				.where(eq(auditLog.action, 'award.drawUpPaper'));
			expect(log).toHaveLength(6);
		}));

	it('tell a member nothing of those from whom the member steps back, and an outsider nothing', () =>
		within(async (database) => {
			const { seasonId, member, nominator, keeper, commune } = await makeVoted(database);
			for (const paper of seasonPapers) {
				const { content } = await drawUpSeasonPaper(database, member, { seasonId, paper });
				expect(textOf(content), paper).not.toMatch(/Nguyễn Thị Mẫu|Xã 0|100%/);
				for (const actor of [nominator, keeper])
					await expect(
						drawUpSeasonPaper(database, actor, { seasonId, paper }),
					).rejects.toMatchObject({ code: 'forbidden' });
			}
			const which = { seasonId, nominationId: commune, paper: 'dossier' as const };
			await expect(drawUpNomineePaper(database, member, which)).rejects.toMatchObject({
				code: 'notFound',
			});
		}));

	it('tell the committee off the council whom it proposes, once it has ended, and never who voted how', () =>
		within(async (database) => {
			const { chair, committee, ...season } = await makeVoted(database);
			const { seasonId, one, commune, individual } = season;
			const proposedTo = async (actor: typeof chair) => {
				const facts = await readMinutesFacts(database, actor, seasonId);
				return [facts.proposed, facts.votes.length];
			};
			expect(await proposedTo(chair)).toEqual([[commune, individual], 2]);
			expect(await proposedTo(committee)).toEqual([[], 0]);
			await bringTo(database, { chair, committee, ...season }, 'closed');
			expect(await proposedTo(committee)).toEqual([[commune, individual], 0]);
			const draw = (paper: (typeof seasonPapers)[number]) =>
				drawUpSeasonPaper(database, committee, { seasonId, paper });
			expect(textOf((await draw('decision')).content)).toContain('Nguyễn Thị Mẫu');
			expect(textOf((await draw('list')).content)).not.toContain('3/3');
			await expect(draw('minutes')).rejects.toMatchObject({ code: 'forbidden' });
			const { papers } = await listPapers(database, committee, seasonId);
			expect(seasonPapers.filter((paper) => !papers.includes(paper))).toEqual(['minutes']);
			const grant = { role: 'reporter' as const, unitId: one.id };
			await database.insert(roleGrant).values({ ...grant, accountId: committee.accountId });
			const both = { ...committee, grants: [...committee.grants, grant] };
			expect(await proposedTo(both)).toEqual([[], 0]);
			expect((await listPapers(database, both, seasonId)).nominees).toEqual([]);
		}));

	it('say what the season’s committee set, from then on', () =>
		within(async (database) => {
			const { seasonId, committee, chair, nominator } = await makeVoted(database);
			const { settings } = await readPaperSettings(database, committee, seasonId);
			const changed = {
				...settings,
				submittingBody: 'Sở Thử Nghiệm',
				legalBases: ['Căn cứ Một', ''],
			};
			const save = (actor: typeof chair, input: unknown) =>
				savePaperSettings(database, actor, seasonId, input, inTime);
			await expect(save(nominator, changed)).rejects.toMatchObject({ code: 'forbidden' });
			await expect(save(committee, { ...changed, place: '' })).rejects.toMatchObject({
				problems: [{ field: 'place', rule: 'text' }],
			});
			await save(committee, changed);
			const asked = { seasonId, paper: 'submission' as const };
			const text = textOf((await drawUpSeasonPaper(database, chair, asked)).content);
			expect(text).toContain('Sở Thử Nghiệm');
			expect(text).toContain('Căn cứ Một;');
			expect(text).not.toContain('Sở Khoa học');
		}));

	it('pack a dossier with its files, and say who attested it', () =>
		within(async (database) => {
			const season = await makeSeason(database);
			const { seasonId, committee, communes, one } = season;
			const nominationId = await listNominee(database, season, {
				...{ categoryId: communes.id, unitId: one.id },
			});
			const which = { seasonId, nominationId };
			const head = await makeAccount(database, 'head', 'approver', one.id);
			const { contentHash } = await openAttestation(database, head, which);
			await attestDossier(
				database,
				head,
				which,
				{ name: 'Phan Văn Bình', post: 'Chủ tịch UBND xã', contentHash },
				inTime,
			);
			const paper = { ...which, paper: 'dossier' as const };
			const files = unzipSync((await drawUpNomineePaper(database, committee, paper)).content);
			expect(Object.keys(files).sort()).toEqual([
				...['SHA256SUMS', 'bao-cao-thanh-tich.docx', 'manifest.json'],
				...[1, 2, 3].map((number) => `minh-chung/0${number}-to-trinh.pdf`),
			]);
			expect(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))).toMatchObject({
				...{ nomination: nominationId, missing: [] },
				attested: { name: 'Phan Văn Bình', sha256: contentHash },
			});
			expect(textOf(files['bao-cao-thanh-tich.docx'] ?? new Uint8Array())).toContain(contentHash);
		}));
});

describeDatabase('attestation of a dossier', (handle) => {
	it('holds for the very content that was shown, by the unit’s head alone', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { seasonId, nominator, communes, one, other } = season;
			const nominationId = await fillDossier(database, season, {
				...{ categoryId: communes.id, unitId: one.id },
			});
			const which = { seasonId, nominationId };
			const head = await makeAccount(database, 'head', 'approver', one.id);
			const stranger = await makeAccount(database, 'stranger', 'approver', other.id);
			const { contentHash, dossier } = await openAttestation(database, head, which);
			expect(dossier.open.attests).toBe(true);
			const said = { name: 'Phan Văn Bình', post: 'Chủ tịch UBND xã', contentHash };
			const attest = (actor: typeof head, input: unknown) =>
				attestDossier(database, actor, which, input, inTime);
			await expect(attest(nominator, said)).rejects.toMatchObject({ code: 'forbidden' });
			await expect(attest(stranger, said)).rejects.toMatchObject({ code: 'notFound' });
			await expect(attest(head, { ...said, contentHash: 'a'.repeat(64) })).rejects.toMatchObject({
				code: 'conflict',
			});
			await attest(head, said);
			const states = async () =>
				(await openAttestation(database, head, which)).attestations.map((one) => one.state);
			expect(await states()).toEqual(['holds']);
			await addEvidence(database, nominator, which, {
				input: { part: 'otherFile', title: 'Bổ sung' },
				file: new File([Buffer.from('%PDF-1.4\n%%EOF\n ')], 'them.pdf', {
					type: 'application/pdf',
				}),
				now: inTime,
			});
			expect(await states()).toEqual(['changed']);
		}));
});
