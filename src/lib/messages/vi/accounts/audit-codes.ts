import type { AuditCode } from '../../../contracts/audit/entries';
import { common } from '../common';
import { activities } from '../activities/activities';
import { awardFlags } from '../awards/flags';
import { awardNominations } from '../awards/nominations';
import { awardPapers } from '../awards/papers';
import { awardSeason } from '../awards/season';
import { inquiries } from '../inquiries/inquiries';
import { plans } from '../plans/plans';
import { reports } from '../reports/reports';
import { teams } from '../teams/teams';
import { tickets } from '../tickets/tickets';
import { accounts } from './accounts';
import { organisationKinds } from './organisation-kinds';
import { takeDowns } from './take-downs';

/** What the audit log keeps as a code: in the words that its own page has for it, where it has one. */
export const auditCodes: Record<AuditCode, string> = {
	...common.kinds,
	...organisationKinds,
	quocGia: 'Quốc gia',
	...plans.task.audiences,
	...teams.levels,
	...awardSeason.kinds,
	...accounts.roles,
	...activities.kinds,
	...awardFlags.codes,
	...awardNominations.parts,
	...awardNominations.records.kinds,
	...awardPapers.names,
	...awardSeason.settings.names,
	...inquiries.form.templates,
	...plans.form.templates,
	...reports.history.channels,
	...takeDowns.reasons,
	...teams.kinds,
	...teams.papers.kinds,
	...teams.rules.seats,
	...tickets.kinds,
	...tickets.categories,
	dossier: 'hồ sơ',
	list: 'danh sách',
	minutes: 'biên bản',
	council: 'hội đồng',
	unit: 'đơn vị',
	above: 'cấp trên',
	second: 'lớp thứ hai',
	different: 'hai dãy khác nhau',
	drawn: 'đã rút thăm',
	setUp: 'vừa bật',
	app: 'ứng dụng tạo mã',
	recoveryCode: 'mã khôi phục',
	both: 'mật khẩu và mã',
	link: 'liên kết',
	room: 'phòng của hội đồng',
	session: 'màn hình phiên họp',
	csv: 'CSV',
	docx: 'Word',
	xlsx: 'Excel',
	zip: 'ZIP',
	members: 'danh sách thành viên',
	roster: 'danh sách tổ',
	appendix: 'Phụ lục 1',
	size: 'số thành viên',
	seat: 'chức danh',
	youths: 'thanh niên',
	leader: 'tổ trưởng',
	deputy: 'tổ phó',
	anyone: 'bất kỳ ai',
	email: 'thư điện tử',
	displayName: 'tên hiển thị',
};
