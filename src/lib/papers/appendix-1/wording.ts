import { vi } from '../../messages/vi';
import { unitTitle } from '../official/wording';
import type { TeamList } from './team-list';

/** The form is a paper between offices: written in Vietnamese, whatever language its maker reads. */
export const formWords = {
	sheet: 'Phụ lục 1',
	annex: 'Phụ lục 1',
	kind: 'BÁO CÁO',
	title: ({ unit }: TeamList) => `Danh sách Tổ công nghệ số cộng đồng của ${unitTitle(unit)}`,
	asOf: ({ day }: TeamList) => `(Tính đến ngày ${day.split('-').reverse().join('/')})`,
	issuer: ({ unit }: TeamList) => `Ủy ban nhân dân ${unitTitle(unit)}`,
	intro: ({ unit }: TeamList) =>
		`Ủy ban nhân dân ${unitTitle(unit)} báo cáo danh sách Tổ công nghệ số cộng đồng trên địa bàn như sau:`,
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
	signatory: ['Thủ trưởng đơn vị'],
	recipients: ['Như trên', 'Lưu: VT'],
};

export const communeName = ({ kind, name }: TeamList['unit']): string =>
	`${vi.common.kinds[kind]} ${name}`.trim();

const grouped = (count: number) => new Intl.NumberFormat('vi-VN').format(count);

export const totalMembers = ({ teams }: TeamList): number =>
	teams.reduce((sum, { members }) => sum + members, 0);
