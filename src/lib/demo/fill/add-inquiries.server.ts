import { unitByCode } from '../../admin-units/home.server';
import type { Actor } from '../../contracts/accounts';
import type { AnswerValues } from '../../contracts/inquiries';
import { addDays, dayLength, localDay } from '../../contracts/local-time';
import { readChoosable } from '../../inquiries/asked-units.server';
import { changeInquiry } from '../../inquiries/change.server';
import { drawUpInquiry } from '../../inquiries/draw-up.server';
import { saveAnswer } from '../../inquiries/save-answer.server';
import { sendInquiry } from '../../inquiries/send.server';
import type { Database } from '../../server/db/client';
import type { Calendar } from '../history/months';
import { provinceCode } from '../province/identity';

/** So many communes are asked; of so many one has not answered, and one answered late. */
const askedCommunes = 24;
const everyMissing = 5;
const everyLate = 7;

/** The province asked who wants to come to its courses; another inquiry is still being written. */
export async function addInquiries(
	database: Database,
	actor: Actor,
	{ now }: Calendar,
): Promise<void> {
	const today = localDay(now);
	const province = await unitByCode(database, provinceCode, today);
	if (!province) throw new Error('The demo has no province.');
	const sentAt = new Date(now.getTime() - 9 * dayLength);
	const courses = {
		title: 'Đăng ký dự lớp tập huấn kỹ năng số',
		reason: 'Sắp lịch các lớp tập huấn của quý tới',
		...{ basis: '', dueOn: addDays(today, -2), dueTime: '00:00', level: 'commune' as const },
	};
	const of = { unitId: province.id };
	const id = await drawUpInquiry(
		database,
		actor,
		{ ...courses, ...of, template: 'courses' },
		sentAt,
	);
	const asked = await readChoosable(
		database,
		province.id,
		{ level: 'commune', unitIds: [] },
		{ day: today, searchName: '', limit: askedCommunes },
	);
	const unitIds = asked.map((unit) => unit.id);
	await changeInquiry(database, actor, id, { ...courses, unitIds }, sentAt);
	await sendInquiry(database, actor, id, sentAt);
	for (const [index, unitId] of unitIds.entries()) {
		if (index % everyMissing === 0) continue;
		const days = index % everyLate === 0 ? 8 : 1 + (index % 6);
		const answer = { inquiryId: id, unitId, version: 1, revision: 0, answers: imagine(index) };
		await saveAnswer(
			database,
			actor,
			{ ...answer, files: {}, withoutFile: [], submit: true },
			new Date(sentAt.getTime() + days * dayLength),
		);
	}
	const contacts = {
		title: 'Danh sách cán bộ đầu mối chuyển đổi số cấp xã',
		reason: 'Lập danh bạ liên hệ công việc',
		...{ basis: '', dueOn: addDays(today, 20), dueTime: '00:00', level: 'commune' },
	};
	await drawUpInquiry(database, actor, { ...contacts, ...of, template: 'contacts' }, now);
}

const imagine = (index: number): AnswerValues => ({
	q1:
		index % 3 === 0
			? ['Dịch vụ công trực tuyến', 'An toàn trên không gian mạng']
			: ['Thanh toán không dùng tiền mặt'],
	q2: 8 + ((index * 7) % 23),
	q3: [index % 4 === 0 ? 'Trực tuyến' : 'Trực tiếp'],
	...(index % 6 === 1 && { q4: 'Đề nghị tổ chức vào cuối tuần, tại nhà văn hóa xã' }),
});
