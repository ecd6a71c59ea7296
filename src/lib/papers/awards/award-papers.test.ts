import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { facts, report, settings, vote } from '../../../../tests/fixtures/papers/award-season';
import { deriveConflicts } from '../../awards/council/derive-conflicts';
import { tallyVote } from '../../awards/council/tally';
import type { VoteRosterEntry } from '../../contracts/awards/council';
import { AwardPaperSettings } from '../../contracts/awards/paper-settings';
import type { MinutesFacts } from '../../contracts/awards/papers';
import { writeAchievementReport } from './achievement-report';
import { writeDecision } from './decision';
import { evidencePath, writeDossierZip } from './dossier-zip.server';
import { writeMinutes } from './minutes';
import { writeNomineeList } from './nominee-list';
import { writeSubmissionLetter } from './submission-letter';
import { writeListXlsx } from './write-list-xlsx.server';

const textOf = (content: Uint8Array): string =>
	strFromU8(unzipSync(content)['word/document.xml'] ?? new Uint8Array())
		.replace(/<\/w:p>/g, '\n')
		.replace(/<[^>]+>/g, '');

/** What a workbook says, cell by cell. */
async function wordsOf(content: Uint8Array): Promise<string> {
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.load(Buffer.from(content).buffer);
	return JSON.stringify(workbook.worksheets.map((sheet) => sheet.getSheetValues()));
}

const drafts = process.env['DRAFTS_DIR'];
const kept = (name: string, content: Uint8Array): Uint8Array => {
	if (drafts) {
		mkdirSync(drafts, { recursive: true });
		writeFileSync(join(drafts, name), content);
	}
	return content;
};

it('writes the submission letter with its list, of those alone whom the council proposes', async () => {
	const content = kept('to-trinh.docx', await writeSubmissionLetter(facts, settings, 2026));
	const text = textOf(content);
	expect(text).toContain('TỜ TRÌNH');
	expect(text).toContain('Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Sông Lam');
	expect(text).toContain('02 tập thể và 01 cá nhân');
	expect(text).toContain('Lò Thị Mây');
	expect(text).not.toContain('Đồng Mây');
	expect(text).toMatch(/Số: +\/TTr-SKHCN/);
	expect(text).toMatch(/Sông Lam, ngày +tháng +năm 2026/);
});

it('writes the list, also as a workbook whose counts are numbers', async () => {
	const text = textOf(kept('danh-sach.docx', await writeNomineeList(facts, settings)));
	expect(text).toContain('4/4');
	const content = kept('danh-sach.xlsx', await writeListXlsx(facts, settings));
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.load(Buffer.from(content).buffer);
	const rows = workbook.worksheets[0]?.getSheetValues() ?? [];
	expect(rows).toHaveLength(6);
	expect(workbook.worksheets[0]?.getCell('C3').value).toBe('Xã Suối Hai');
	expect(workbook.worksheets[0]?.getCell('F3').value).toBe(4);
});

it('drafts minutes with attendance, every vote, a failed quorum and who stepped back why', async () => {
	const text = textOf(kept('bien-ban.docx', await writeMinutes(facts, settings, 2026)));
	expect(text).toContain('Thời gian bắt đầu: 08 giờ 30 phút, ngày 26/8/2026.');
	expect(text).toContain('Thành viên dự họp: 03/04 người');
	expect(text).toContain('Vắng mặt: 01 người');
	expect(text).toContain(
		'Không tham gia do có quyền lợi liên quan: Đỗ Minh Khôi (công tác tại đơn vị được đề nghị và tự khai có quyền lợi liên quan).',
	);
	expect(text).toContain(
		'Lần 1: Có quyền bỏ phiếu: 05; dự họp: 02; gửi phiếu bằng văn bản: 01. Kết quả: không đủ số người dự họp',
	);
	expect(text).toContain('Đồng ý: 04 (100% số người dự họp và gửi phiếu bằng văn bản)');
	expect(text).toContain('không đủ tỷ lệ phiếu');
	// A head of minutes has no place and date.
	expect(text).not.toMatch(/ngày +tháng +năm 2026/);
});

it('says in the minutes the very share that decided, of those who voted and not of all who might', async () => {
	const rules = { quorum: 67, majority: 80 };
	const roster = [1, 2, 3, 4].map((memberId): VoteRosterEntry => {
		return { memberId, seat: 'member', present: memberId < 4, grounds: [], inWriting: false };
	});
	const ballots = [1, 2, 3].map((memberId) => ({ memberId, choice: 'for' as const }));
	const said = { ...facts, ...rules, votes: [vote(1, tallyVote(roster, ballots, rules))] };
	const text = textOf(await writeMinutes(said, settings, 2026));
	expect(text).toContain('Có quyền bỏ phiếu: 04; dự họp: 03; gửi phiếu bằng văn bản: 00.');
	expect(text).toContain('Đồng ý: 03 (100% số người dự họp và gửi phiếu bằng văn bản)');
	expect(text).toContain('Kết quả: đủ tỷ lệ phiếu');
});

it.each([
	{ majority: 66.7, agreed: 2, of: 3, share: '66,6%', said: '66,7%', outcome: 'không đủ' },
	{ majority: 66.67, agreed: 2, of: 3, share: '66,66%', said: '66,67%', outcome: 'không đủ' },
	{ majority: 66.66, agreed: 4, of: 6, share: '66,67%', said: '66,66%', outcome: 'đủ' },
	// To the tenth it would be 33,3%, below what it has reached.
	{ majority: 33.32, agreed: 1, of: 3, share: '33,33%', said: '33,32%', outcome: 'đủ' },
	{ majority: 66, agreed: 2, of: 3, share: '66,7%', said: '66%', outcome: 'đủ' },
])(
	'says $share of a vote that had to reach $said: $outcome',
	async ({ majority, agreed, of, share, said, outcome }) => {
		const rules = { quorum: 50.5, majority };
		const roster = Array.from({ length: of }, (_, memberId): VoteRosterEntry => {
			return { memberId, seat: 'member', present: true, grounds: [], inWriting: false };
		});
		const ballots = roster
			.slice(0, agreed)
			.map(({ memberId }) => ({ memberId, choice: 'for' as const }));
		const votes = [vote(1, tallyVote(roster, ballots, rules))];
		const text = textOf(await writeMinutes({ ...facts, ...rules, votes }, settings, 2026));
		expect(text).toContain('ít nhất 50,5% thành viên');
		expect(text).toContain(`được thông qua khi có ít nhất ${said} số thành viên`);
		expect(text).toContain(`(${share} số người dự họp`);
		expect(text).toContain(`Kết quả: ${outcome} tỷ lệ phiếu`);
	},
);

it('says of who steps back on which side of the nominee’s unit they stand', async () => {
	const saidOf = async (unitPath: number[]) => {
		const ties = { accountId: 7, unitPaths: [unitPath], teamIds: [], rosterIds: [] };
		const candidate = { unitId: 3, unitPath: [3, 2, 1], teamId: null, rosterId: null };
		const conflicts = deriveConflicts([1], ties, { ...candidate, nominatedBy: 9 });
		const recused = [{ memberId: 3, grounds: conflicts.map(({ ground }) => ground) }];
		return textOf(await writeMinutes({ ...facts, votes: [vote(1, { recused })] }, settings, 2026));
	};
	expect(await saidOf([2, 1])).toContain('(công tác tại cấp trên của đơn vị được đề nghị)');
	expect(await saidOf([4, 3, 2, 1])).toContain(
		'(công tác tại đơn vị thuộc cấp dưới của đơn vị được đề nghị)',
	);
});

it('drafts the decision and its list, number and date left blank', async () => {
	const text = textOf(kept('quyet-dinh.docx', await writeDecision(facts, settings, 2026)));
	expect(text).toContain('QUYẾT ĐỊNH:');
	expect(text).toContain(
		'Điều 1. Tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Sông Lam cho 02 tập thể và 01 cá nhân',
	);
	expect(text).toMatch(/Số: +\/QĐ-UBND/);
	expect(text).not.toContain('Đồng Mây');
});

it('fills the achievement report from the evidence, each figure with its source in the annex', async () => {
	const text = textOf(
		kept('bao-cao-thanh-tich.docx', await writeAchievementReport(report, settings, 2026)),
	);
	expect(text).toContain('- Số hộ có người biết đủ năm kỹ năng: 1.234;');
	expect(text).toContain('hơn 8.000');
	expect(text).toContain('Báo cáo tháng 7/2026');
	expect(text).toContain('10 giờ 15 phút, ngày 03/8/2026');
	expect(text).toContain('ab'.repeat(32));
});

it('takes all that two provinces say differently from settings', async () => {
	/** Every setting in one word that nothing else says. */
	const settingsOf = (word: string): AwardPaperSettings =>
		v.parse(
			AwardPaperSettings,
			Object.fromEntries(
				Object.entries(settings).map(([key, value]) => [
					key,
					Array.isArray(value) ? [`${word} ${key}`] : `${word} ${key}`,
				]),
			),
		);
	const achievementReport = (_: MinutesFacts, given: AwardPaperSettings, year: number) =>
		writeAchievementReport(report, given, year);
	for (const write of [
		...[writeSubmissionLetter, writeNomineeList, writeMinutes, writeDecision, achievementReport],
	]) {
		const one = textOf(await write(facts, settingsOf('Alpha'), 2026));
		const two = textOf(await write(facts, settingsOf('Gamma'), 2026));
		expect(one).toContain('Alpha');
		expect(one.replaceAll('Alpha', 'Gamma').replaceAll('ALPHA', 'GAMMA')).toBe(two);
		expect(one).not.toMatch(/Khoa học và Công nghệ|Nội vụ(?!, Ủy viên)|Nghị định|Bằng khen/);
	}
	const [one = '', two = ''] = await Promise.all(
		['Alpha', 'Gamma'].map(async (word) => wordsOf(await writeListXlsx(facts, settingsOf(word)))),
	);
	expect(one).toMatch(/alpha/i);
	expect(one.replaceAll('Alpha', 'Gamma').replaceAll('ALPHA', 'GAMMA')).toBe(two);
});

it('puts a dossier into one file whose manifest and sums name every byte', async () => {
	const content = new TextEncoder().encode('ảnh');
	const zipped = await writeDossierZip(
		[
			{ path: 'bao-cao-thanh-tich.docx', content, about: { part: 'achievementReport' } },
			{ path: evidencePath(2, 'Ảnh/lớp: 1?.jpg'), content, about: { part: 'photo' } },
		],
		{ nomination: 3 },
	);
	const files = unzipSync(zipped);
	expect(Object.keys(files)).toEqual([
		...['bao-cao-thanh-tich.docx', 'minh-chung/03-Ảnh_lớp_ 1_.jpg'],
		...['manifest.json', 'SHA256SUMS'],
	]);
	const sum = (name: string) =>
		createHash('sha256')
			.update(files[name] ?? new Uint8Array())
			.digest('hex');
	const sums = strFromU8(files['SHA256SUMS'] ?? new Uint8Array());
	for (const name of Object.keys(files).slice(0, 3))
		expect(sums).toContain(`${sum(name)}  ${name}\n`);
	expect(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))).toMatchObject({
		nomination: 3,
		files: [{ bytes: content.byteLength, sha256: sum('bao-cao-thanh-tich.docx') }, {}],
	});
});
