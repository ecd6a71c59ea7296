import type { Actor } from '../../src/lib/contracts/accounts';
import { drawUpInquiry } from '../../src/lib/inquiries/draw-up.server';
import { listInquiries } from '../../src/lib/inquiries/list.server';
import { readResults } from '../../src/lib/inquiries/read-results.server';
import { saveAnswer } from '../../src/lib/inquiries/save-answer.server';
import { sendInquiry } from '../../src/lib/inquiries/send.server';
import { listDirectives } from '../../src/lib/plans/directives/list.server';
import { registerDirective } from '../../src/lib/plans/directives/register.server';
import { listInspections } from '../../src/lib/plans/inspections/read.server';
import { recordInspection } from '../../src/lib/plans/inspections/record.server';
import { callMeeting } from '../../src/lib/plans/meetings/call.server';
import { listMeetings } from '../../src/lib/plans/meetings/read.server';
import { now, today, unitCodes, villagesOf, type Scene } from './scope-scene';

interface OfficePage {
	/** What has to be there before anybody can see it. */
	prepare: (scene: Scene) => Promise<void>;
	/** Codes of the units of which the page tells. */
	read: (scene: Scene, actor: Actor) => Promise<string[]>;
}

const everything = { page: 1, pageSize: 100 };

/** Pages that tell what authorities and units do in the office, each with its own things to see. */
export const officePages: Record<string, OfficePage> = {
	meetings: {
		prepare: async ({ database, province }) => {
			for (const [unitId, code] of unitCodes(province))
				await callMeeting(
					database,
					province.reporter,
					{
						...{ unitId, teamId: null, subject: `Họp tổ ${code}`, form: 'faceToFace' },
						...{
							heldOn: '2026-10-12',
							startsAt: '14:00',
							place: 'Nhà văn hóa',
							chair: 'Tổ trưởng',
						},
						...{ agenda: 'Giao nhiệm vụ', invitesAll: false, guests: 'Bí thư chi bộ' },
					},
					now,
				);
		},
		read: async ({ database }, actor) => {
			const { meetings } = await listMeetings(database, actor, everything);
			return meetings.map(({ subject }) => subject.replace('Họp tổ ', ''));
		},
	},
	inspections: {
		prepare: async ({ database, province }) => {
			for (const inspected of unitCodes(province).values())
				await recordInspection(
					database,
					province.reporter,
					{
						...{
							unitId: province.provinceId,
							inspected,
							heldOn: '2026-10-12',
							conclusion: 'Hoạt động đều',
						},
						...{ inspectors: 'Cơ quan thường trực', subject: `Kiểm tra ${inspected}` },
						findings: [{ what: 'Bổ sung quy chế', mendBy: '2026-10-30' }],
					},
					now,
				);
		},
		read: async ({ database }, actor) => {
			const selection = { ...everything, onlyOverdue: false };
			const { inspections } = await listInspections(database, actor, selection, today);
			return inspections.map(({ subject }) => subject.replace('Kiểm tra ', ''));
		},
	},
	'answers to inquiries': {
		prepare: async ({ database, province }) => {
			const asker = province.reporter;
			const head = {
				...{ title: 'Đăng ký tập huấn', reason: 'Sắp lịch lớp', basis: '' },
				...{ dueOn: '2026-12-01', dueTime: '00:00', level: 'village', template: 'courses' },
			};
			const asked = { ...head, unitId: province.provinceId };
			const inquiryId = await drawUpInquiry(database, asker, asked, now);
			await sendInquiry(database, asker, inquiryId, now);
			const answers = { q1: ['Dịch vụ công trực tuyến'], q2: 8, q3: ['Trực tiếp'] };
			for (const { id: unitId } of villagesOf(province)) {
				const answer = { inquiryId, unitId, version: 1, revision: 0, answers };
				const given = { ...answer, files: {}, withoutFile: [], submit: true };
				await saveAnswer(database, asker, given, now);
			}
		},
		read: async ({ database }, actor) => {
			const { inquiries } = await listInquiries(database, actor, { ...everything, state: null });
			const told: string[] = [];
			for (const { id } of inquiries)
				for (const { code } of (await readResults(database, actor, id, now)).lines) told.push(code);
			return told;
		},
	},
	'registers of papers': {
		// Papers are handed down: those of a village to nobody beside it.
		prepare: async ({ database, province }) => {
			for (const { id: unitId, code } of villagesOf(province))
				await registerDirective(
					database,
					province.reporter,
					{
						...{ unitId, kind: 'plan', number: `KH-${code}`, issuedOn: '2026-01-05' },
						...{ issuer: 'Tổ công nghệ số', subject: 'Kế hoạch hoạt động năm 2026' },
					},
					{ file: null, now },
				);
		},
		read: async ({ database }, actor) => {
			const selection = { ...everything, search: '', kind: null };
			const { directives } = await listDirectives(database, actor, selection);
			return directives.map(({ number }) => number.replace('KH-', ''));
		},
	},
};
