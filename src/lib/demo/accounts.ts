import type { Role } from '../contracts/accounts';
import { circuits } from './history/history';

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
		| { kind: 'village' };
}

const province = { kind: 'province' } as const;

export const circuitAccount = (circuit: number) => `baocao.cum${circuit + 1}`;
export const approverName = 'duyet';
export const administratorName = 'quantri';

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
		name: 'baocao.thon',
		displayName: 'Tổ công nghệ số thôn',
		role: 'reporter',
		scope: { kind: 'village' },
	},
	...Array.from({ length: circuits }, (_, circuit): DemoAccount => ({
		name: circuitAccount(circuit),
		displayName: `Tổng hợp cụm ${circuit + 1}`,
		role: 'reporter',
		scope: { kind: 'circuit', circuit },
	})),
];
