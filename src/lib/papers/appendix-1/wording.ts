import { vi } from '../../messages/vi';
import { work } from '../../messages/vi/work';
import { officialDay, unitTitle } from '../official/wording';
import type { TeamList } from './team-list';

/** The form is a paper between offices: written in Vietnamese, whatever language its maker reads. */
export const formWords = {
	sheet: 'Phụ lục 1',
	annex: 'Phụ lục 1',
	kind: 'BÁO CÁO',
	title: ({ unit }: TeamList) => `Danh sách Tổ công nghệ số cộng đồng của ${unitTitle(unit)}`,
	asOf: ({ day }: TeamList) => `(Tính đến ngày ${officialDay(day)})`,
	issuer: ({ unit }: TeamList) => `Ủy ban nhân dân ${unitTitle(unit)}`,
	addressee: ({ letter }: TeamList) => `Kính gửi: ${letter.addressee || '…'.repeat(20)}`,
	/** Whoever asked for the list, and what for, may be filled in by hand. */
	intro: ({ unit, letter }: TeamList) =>
		`Thực hiện ${letter.basis || blankBasis}, Ủy ban nhân dân ${unitTitle(unit)} báo cáo kết quả thành lập Tổ công nghệ số cộng đồng trên địa bàn ${unitTitle(unit)} như sau:`,
	listed: 'Danh sách các Tổ kèm theo:',
	number: 'Số:          /BC-UBND',
	dated: ({ unit, day }: TeamList) =>
		`${unit.name}, ngày        tháng        năm ${day.slice(0, 4)}`,
	total: (count: number) => `Tổng cộng: ${grouped(count)} tổ`,
	teams: (count: number) => `Tổng số Tổ công nghệ số trên địa bàn: ${grouped(count)}`,
	members: (count: number) => `Tổng số thành viên các tổ: ${grouped(count)}`,
	columns: {
		number: 'TT',
		commune: 'Tên xã/ phường/ thị trấn',
		team: 'Tên Tổ công nghệ số cộng đồng',
		members: 'Số lượng thành viên của Tổ',
		leader: 'Họ tên, chức vụ Tổ trưởng',
		phone: 'Điện thoại',
	},
	internal: 'Tài liệu nội bộ: có tên và số điện thoại, không phổ biến ra ngoài.',
	signatory: 'Thủ trưởng đơn vị',
	recipients: ['Như trên', 'Lưu: VT'],
};

const blankBasis = `Công văn số ${'…'.repeat(6)} ngày ${'…'.repeat(5)} của ${'…'.repeat(10)} về việc ${'…'.repeat(12)}`;

export const communeName = ({ kind, name }: TeamList['unit']): string =>
	`${vi.common.kinds[kind]} ${name}`.trim();

const grouped = (count: number) => new Intl.NumberFormat('vi-VN').format(count);

export const totalMembers = ({ teams }: TeamList): number =>
	teams.reduce((sum, { members }) => sum + members, 0);

/** Of the list of everybody who serves in the teams. */
export const memberWords = {
	kind: 'DANH SÁCH',
	title: ({ unit }: Pick<TeamList, 'unit'>) =>
		`Thành viên Tổ công nghệ số cộng đồng trên địa bàn ${unitTitle(unit)}`,
	attached: ({ unit, day }: Pick<TeamList, 'unit' | 'day'>) =>
		`(Kèm theo Báo cáo số        /BC-UBND ngày      tháng      năm ${day.slice(0, 4)} của Ủy ban nhân dân ${unitTitle(unit)}; tính đến ngày ${officialDay(day)})`,
	columns: {
		number: 'TT',
		fullName: 'Họ và tên',
		position: 'Chức vụ, đơn vị công tác',
		role: 'Vai trò trong Tổ',
		phone: 'Điện thoại',
	},
	/** A team's own name mostly says where it is; its commune is told where it doesn't. */
	team: (name: string, commune: string, members: number) =>
		`${name}${name.includes(commune.replace(/^\S+ /u, '')) ? '' : ` – ${commune}`} (${grouped(members)} người)`,
	roles: work.teams.roles,
	total: (teams: number, members: number) =>
		`Tổng cộng: ${grouped(teams)} tổ, ${grouped(members)} thành viên`,
	internal: formWords.internal,
};
