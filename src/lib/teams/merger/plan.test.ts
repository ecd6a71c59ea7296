import { expect, it } from 'vitest';
import type { Member } from '../team/view';
import { planRoster } from './plan';

const member = (id: number, fullName: string, change: Partial<Member> = {}): Member => ({
	id,
	fullName,
	role: 'member',
	position: '',
	organisation: '',
	organisationKind: null,
	smartphone: null,
	zaloContact: false,
	youth: false,
	phone: null,
	skills: [],
	fromOn: '2022-04-15',
	untilOn: null,
	continuesId: null,
	...change,
});
const shown = (members: Member[]) =>
	members.map(({ fullName, role, continuesId }) => [fullName, role, continuesId]);

it('takes everybody once, and keeps what any of their rows knows', () => {
	const merged = planRoster(
		[
			member(1, 'Nguyễn Hoà', { role: 'leader', skills: [1] }),
			member(2, 'Trần Bình'),
			member(3, 'Nguyễn Hòa', { phone: '0912345678', skills: [2], youth: true }),
		],
		null,
	);
	expect(shown(merged)).toEqual([
		['Nguyễn Hoà', 'leader', 1],
		['Trần Bình', 'member', 2],
	]);
	expect(merged[0]).toMatchObject({ phone: '0912345678', skills: [1, 2], youth: true });
});

it('keeps two of one name apart when their phones differ', () => {
	const two = [
		member(1, 'Lê An', { phone: '0911111111' }),
		member(2, 'Lê An', { phone: '0922222222' }),
	];
	expect(planRoster(two, null)).toHaveLength(2);
});

it('lets one lead and makes the other leaders deputies', () => {
	const two = [member(1, 'A An', { role: 'leader' }), member(2, 'B Ba', { role: 'leader' })];
	expect(shown(planRoster(two, 2))).toEqual([
		['B Ba', 'leader', 2],
		['A An', 'deputy', 1],
	]);
	expect(planRoster(two, null).map(({ role }) => role)).toEqual(['deputy', 'deputy']);
});

it('finds the chosen leader by any of their rows', () => {
	const rows = [member(1, 'A An', { role: 'leader' }), member(2, 'B Ba'), member(3, 'B Ba')];
	expect(shown(planRoster(rows, 3))[0]).toEqual(['B Ba', 'leader', 3]);
});
