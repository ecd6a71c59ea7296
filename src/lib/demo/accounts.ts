import type { Role } from '../contracts/accounts';
import { circuits } from './history/history';
import { postOffice } from './province/bodies';

/** Known to everybody, so only ever used for made-up data. */
export const demoPassword = 'demo-nhip-so';

export interface DemoAccount {
	name: string;
	displayName: string;
	role: Role;
	/** What the role holds for. */
	scope:
		| { kind: 'province' }
		| { kind: 'circuit'; circuit: number }
		| { kind: 'commune' }
		| { kind: 'village' }
		| { kind: 'organisation'; code: string };
}

const province = { kind: 'province' } as const;

export const circuitAccount = (circuit: number) => `baocao.cum${circuit + 1}`;
export const approverName = 'duyet';
export const administratorName = 'quantri';
/** Reports what the province did itself. */
export const provinceReporterName = 'baocao.tinh';
/** Leads the team of a village. */
export const leaderName = 'baocao.thon';
/** Sits on a commune's steering board. */
export const boardMemberName = 'banchidao.xa';

export const demoAccounts: readonly DemoAccount[] = [
	{ name: 'lanhdao', displayName: 'Lãnh đạo tỉnh', role: 'viewer', scope: province },
	{ name: approverName, displayName: 'Cán bộ duyệt số liệu', role: 'approver', scope: province },
	{ name: 'thidua', displayName: 'Hội đồng thi đua', role: 'committee', scope: province },
	{
		name: administratorName,
		displayName: 'Quản trị hệ thống',
		role: 'administrator',
		scope: province,
	},
	{
		name: 'baocao.xa',
		displayName: 'Tổ công nghệ số xã',
		role: 'reporter',
		scope: { kind: 'commune' },
	},
	{
		name: leaderName,
		displayName: 'Tổ công nghệ số thôn',
		role: 'reporter',
		scope: { kind: 'village' },
	},
	{
		name: boardMemberName,
		displayName: 'Thành viên ban chỉ đạo xã',
		role: 'viewer',
		scope: { kind: 'commune' },
	},
	{
		name: provinceReporterName,
		displayName: 'Tổng hợp cấp tỉnh',
		role: 'reporter',
		scope: province,
	},
	{
		name: 'baocao.buudien',
		displayName: 'Đầu mối Bưu điện tỉnh',
		role: 'reporter',
		scope: { kind: 'organisation', code: postOffice.code },
	},
	...Array.from({ length: circuits }, (_, circuit): DemoAccount => ({
		name: circuitAccount(circuit),
		displayName: `Tổng hợp cụm ${circuit + 1}`,
		role: 'reporter',
		scope: { kind: 'circuit', circuit },
	})),
];
