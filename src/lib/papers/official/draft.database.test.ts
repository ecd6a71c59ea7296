import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeProvince, reportOf } from '../../../../tests/database/province';
import { docxText } from '../../../../tests/fixtures/papers/docx-text';
import { unitByCode } from '../../admin-units/home.server';
import { setTargets } from '../../indicators/targets/set.server';
import { syncCatalogue } from '../../indicators/sync.server';
import { submitReports } from '../../reports/intake/submit.server';
import type { Database } from '../../server/db/client';
import { practice } from '../../server/db/schema';
import { answerTicket } from '../../tickets/answer.server';
import { closeTicket } from '../../tickets/close.server';
import { raiseTicket } from '../../tickets/raise.server';
import { beginTexts } from './begin-texts.server';
import { readChoice } from './choice.server';
import { draftReport } from './draft-report.server';
import { gatherReport } from './gather-report.server';
import { parseSpan } from './span';
import { readTexts, saveTexts } from './texts.server';

const now = new Date('2026-10-20T03:00:00Z');

describeDatabase('the draft of a report', (handle) => {
	const setUp = async (database: Database) => {
		await syncCatalogue(database);
		const province = await makeProvince(database, { communes: 1, villages: 2 });
		const commune = await unitByCode(database, '98000', '2026-10-31');
		const [one, two] = province.communes[0]?.villages ?? [];
		const span = parseSpan('2026-10');
		if (!commune || !one || !two || !span) throw new Error('a commune of two villages');
		const submit = async (inputs: object[], day: string) => {
			const at = new Date(`${day}T03:00:00Z`);
			const results = await submitReports(database, province.reporter, inputs, {
				channel: 'form',
				now: at,
			});
			expect(results.map(({ status }) => status)).toEqual(inputs.map(() => 'accepted'));
		};
		const wanted = { unit: '98000', span: '2026-10', basis: 'provisional' } as const;
		const draft = async () =>
			docxText((await draftReport(database, province.reporter, wanted)).content);
		const texts = async () => {
			const report = await gatherReport(database, province.reporter, wanted);
			const begun = await beginTexts(database, report);
			return (await readTexts(database, commune, span, begun)).texts;
		};
		return { ...province, commune, one, two, span, submit, wanted, draft, texts };
	};

	it('is about the unit that is named, or about none', () =>
		rolledBack(handle(), async (database) => {
			const { reporter } = await setUp(database);
			const about = async (address: string) =>
				(await readChoice(database, reporter, new URLSearchParams(address), now)).wanted?.unit;
			expect(await about('ky=2026-10')).toBe('98');
			expect(await about('ky=2026-10&don-vi=98000')).toBe('98000');
			expect(await about('ky=2026-10&don-vi=97')).toBeUndefined();
		}));

	it('sets figures against the targets of the year, counted from January', () =>
		rolledBack(handle(), async (database) => {
			const { commune, one, submit, approver, reporter, wanted, draft } = await setUp(database);
			expect((await draft()).join('\n')).not.toContain('chỉ tiêu');
			const target = (indicatorCode: string, value: number) =>
				setTargets(
					database,
					approver,
					{ indicatorCode, year: 2026, values: [{ unitId: commune.id, value }], reason: '' },
					now,
				);
			await target('outreachSessions', 40);
			await target('allFiveShare', 80);
			await target('newsItems', 12);
			await submit(
				[
					{
						unit: one.code,
						period: '2026-03',
						values: [{ indicator: 'outreachSessions', value: 7 }],
					},
				],
				'2026-03-10',
			);
			const october = reportOf(one.code, '2026-10', 60, 100);
			await submit(
				[{ ...october, values: [{ indicator: 'outreachSessions', value: 3 }] }],
				'2026-10-10',
			);
			const text = await draft();
			expect(text).toContain(
				'- Đã tổ chức 3 buổi tuyên truyền về chuyển đổi số, lũy kế từ đầu năm đạt 25% chỉ tiêu năm (40).',
			);
			expect(text).toContain(
				'- Có 60 hộ (60%) có người biết đủ năm kỹ năng số cơ bản, đạt 75% chỉ tiêu năm (80%).',
			);
			expect(text.find((line) => line.startsWith('TT | Chỉ số'))).toBe(
				'TT | Chỉ số | Đơn vị tính | Kỳ này | Chỉ tiêu năm | % so với chỉ tiêu',
			);
			const row = (name: string) => text.find((line) => line.includes(`| ${name} |`));
			expect(row('Buổi tuyên truyền')).toMatch(/\| 3 \| 40 \| 25%$/);
			expect(row('Tin, bài')).toMatch(/\| {2}\| 12 \|/);

			const { lines } = await gatherReport(database, reporter, {
				...wanted,
				span: '2025-11..2026-10',
			});
			expect(lines.some((line) => line.target !== null)).toBe(false);
		}));

	it('begins with the difficulties and proposals raised in the period, until its clerk writes', () =>
		rolledBack(handle(), async (database) => {
			const { commune, one, two, reporter, approver, wanted, draft, texts } = await setUp(database);
			const raise = (unitId: number, kind: string, category: string, text: string, day: string) => {
				const ticket = { unitId, kind, category, text };
				return raiseTicket(database, reporter, ticket, new Date(`${day}T03:00:00Z`));
			};
			await raise(one.id, 'difficulty', 'wifi', 'Nhà văn hóa chưa có wifi. Rất cần.', '2026-10-05');
			const answered = await raise(two.id, 'difficulty', 'wifi', 'Mạng chập chờn.', '2026-10-04');
			await answerTicket(database, approver, answered, { text: 'Đang xử lý việc này' }, now);
			await raise(commune.id, 'proposal', 'funding', 'Cấp kinh phí cho các tổ.', '2026-10-06');
			const closed = await raise(
				one.id,
				'difficulty',
				'scams',
				'Có tin nhắn giả mạo.',
				'2026-10-07',
			);
			await closeTicket(database, reporter, closed, { text: '' }, now);
			await raise(one.id, 'difficulty', 'devices', 'Việc của tháng trước.', '2026-09-30');

			const begun = await texts();
			expect(begun.limits).toBe(
				'- Về wifi nơi công cộng, có 2 ý kiến (1 ý kiến đã được trả lời): nhà văn hóa chưa có wifi; mạng chập chờn.',
			);
			expect(begun.solutions).toBe('- Về wifi nơi công cộng: đang xử lý việc này.');
			expect(begun.proposals).toBe('- Về kinh phí: cấp kinh phí cho các tổ.');
			expect(await draft()).toEqual(expect.arrayContaining([begun.limits, begun.solutions]));

			const own = { ...begun, limits: 'Lời của văn thư.', solutions: '', proposals: '' };
			await saveTexts(database, reporter, wanted, own, now);
			await raise(one.id, 'proposal', 'devices', 'Xin thêm một máy in.', '2026-10-08');
			expect(await texts()).toMatchObject({ limits: 'Lời của văn thư.', proposals: '' });
			expect((await draft()).join('\n')).not.toContain('wifi nơi công cộng');
		}));

	it('keeps what was written while difficulties and causes were one text', () =>
		rolledBack(handle(), async (database) => {
			const { commune, reporter, texts } = await setUp(database);
			const before = {
				issuingBody: 'UBND xã',
				difficulties: 'Mạng yếu.\nDo xa trạm.',
				proposals: '',
			};
			await database.execute(
				sql`insert into official_report (unit_id, span, texts, updated_by, updated_at)
					values (${commune.id}, '2026-10', ${JSON.stringify(before)}::jsonb, ${reporter.accountId}, now())`,
			);
			const files = await readdir('drizzle');
			const name = files.find((file) => file.endsWith('_narrative-of-official-reports.sql')) ?? '';
			await database.execute(sql.raw(await readFile(join('drizzle', name), 'utf8')));
			expect(await texts()).toMatchObject({
				issuingBody: 'UBND xã',
				limits: 'Mạng yếu.\nDo xa trạm.',
				causes: '',
				nextPeriod: 'tháng 11 năm 2026',
			});
			expect(await texts()).not.toHaveProperty('difficulties');
		}));

	it('leaves the bases of the report before behind, and offers them', () =>
		rolledBack(handle(), async (database) => {
			const { commune, reporter, wanted, texts, span } = await setUp(database);
			const own = { ...(await texts()), place: 'Nơi ký', legalBases: 'Thực hiện Kế hoạch số 1.' };
			await saveTexts(database, reporter, wanted, own, now);
			const next = await gatherReport(database, reporter, { ...wanted, span: '2026-11' });
			const begun = await beginTexts(database, next);
			const read = await readTexts(database, commune, next.span, begun);
			expect(read.texts).toMatchObject({ place: 'Nơi ký', legalBases: '' });
			expect(read.texts.title).toContain('tháng 11 năm 2026\nvà phương hướng hoạt động tháng 12');
			expect(read.lastBases).toBe('Thực hiện Kế hoạch số 1.');
			expect((await readTexts(database, commune, span, begun)).lastBases).toBe('');
		}));

	it('names the good practices that were published in the period', () =>
		rolledBack(handle(), async (database) => {
			const { one, reporter, draft } = await setUp(database);
			const common = { unitId: one.id, skill: null, doing: 'x', result: 'x', changedAt: now };
			const at = (day: string) => new Date(`${day}T03:00:00Z`);
			const by = { ...common, writtenBy: reporter.accountId };
			await database.insert(practice).values([
				{ ...by, title: 'Góc số.', state: 'published', publishedAt: at('2026-10-31') },
				{ ...by, title: 'Cũ', state: 'published', publishedAt: at('2026-09-30') },
				{ ...by, title: 'Chờ duyệt', state: 'submitted' },
			]);
			const text = await draft();
			expect(text).toContain('1. Mô hình, cách làm hay');
			expect(text).toContain('- Góc số (thôn Thôn 1).');
			expect(text.join('\n')).not.toMatch(/Cũ|Chờ duyệt/);
		}));
});
