import { expect, it } from 'vitest';
import type { CompositionDemand } from '../contracts/teams/teams';
import { checkComposition, isBroken, type CompositionRule, type Seated } from './composition';

const rule = (
	demand: CompositionDemand,
	change: Partial<CompositionRule> = {},
): CompositionRule => ({
	id: 1,
	unitId: 5,
	setBy: { kind: 'tinh', name: 'Thanh Hóa', endedOn: null },
	level: 'village',
	kinds: ['cnscd', 'merged'],
	validFrom: '2022-04-01',
	validTo: null,
	demand,
	binding: true,
	document: 'Hướng dẫn',
	clause: 'mục 1',
	wordingVi: 'ít nhất ba người',
	wordingEn: 'at least three people',
	...change,
});
const member = (change: Partial<Seated> = {}): Seated => ({
	role: 'member',
	position: '',
	organisation: '',
	youth: false,
	...change,
});
const team = {
	level: 'village',
	kind: 'cnscd',
	unitIds: [9, 7, 5],
	formerUnitIds: [4],
} as const;
const day = '2026-11-01';
const all = (members: readonly Seated[]) => ({ members: members.length, complete: true });
const lack = (demand: CompositionDemand, ...members: Seated[]) =>
	checkComposition([rule(demand)], team, members, day, all(members))[0]?.lack;

it('counts members against the least and the most', () => {
	const size = { type: 'size', least: 2, most: 3 } as const;
	expect(lack(size, member())).toEqual({ kind: 'members', count: 1 });
	expect(lack(size, member(), member())).toBeNull();
	expect(lack(size, member(), member(), member(), member())).toEqual({ kind: 'tooMany', count: 1 });
});

it('asks for a post in the role that the document names', () => {
	const seat = { type: 'seat', seat: ['villageHead'], holder: 'leader' } as const;
	const head = member({ position: 'Trưởng thôn' });
	expect(lack({ ...seat, seat: [...seat.seat] }, head)).toMatchObject({ kind: 'seat' });
	expect(lack({ ...seat, seat: [...seat.seat] }, { ...head, role: 'leader' })).toBeNull();
	expect(
		lack({ type: 'seat', seat: ['villageHead', 'police'], holder: 'anyone' }, head),
	).toBeNull();
});

it('counts by what a list states, and says of posts and youths that nobody can tell yet', () => {
	const head = member({ role: 'leader', position: 'Trưởng thôn' });
	const known = (demand: CompositionDemand, members: Seated[], stated: number) => {
		const size = { members: stated, complete: false };
		const [checked] = checkComposition([rule(demand)], team, members, day, size);
		return checked && [checked.lack?.kind ?? null, isBroken(checked)];
	};
	const size = { type: 'size', least: 3, most: null } as const;
	expect(known(size, [head], 5)).toEqual([null, false]);
	expect(known(size, [head], 2)).toEqual(['members', true]);
	expect(known(size, [], 0)).toEqual(['noRoster', false]);
	const post = { type: 'seat', seat: ['villageHead'], holder: 'leader' } as const;
	expect(known({ ...post, seat: [...post.seat] }, [head], 5)).toEqual([null, false]);
	expect(known({ ...post, seat: ['police'] }, [head], 5)).toEqual(['noRoster', false]);
	expect(known({ type: 'youths', least: 2 }, [head], 5)).toEqual(['noRoster', false]);
});

it('never takes a team for wrong by what is only proposed', () => {
	const proposed = rule({ type: 'youths', least: 2 }, { binding: false });
	const [checked] = checkComposition([proposed], team, [member()], day, all([member()]));
	expect(checked && [checked.lack, isBroken(checked)]).toEqual([
		{ kind: 'youths', count: 2 },
		false,
	]);
});

it('counts youths', () => {
	expect(lack({ type: 'youths', least: 2 }, member({ youth: true }), member())).toEqual({
		kind: 'youths',
		count: 1,
	});
});

it.each([
	['another level', { level: 'commune' }],
	['another kind', { kinds: ['project06'] }],
	['another province', { unitId: 6 }],
	['not yet', { validFrom: '2026-11-02' }],
	['no more', { validTo: '2026-11-01' }],
] satisfies [string, Partial<CompositionRule>][])('does not bind: %s', (_, change) => {
	const rules = [rule({ type: 'size', least: 3, most: null }, change)];
	expect(checkComposition(rules, team, [], day, all([]))).toEqual([]);
});

it('binds everywhere without a unit', () => {
	const rules = [rule({ type: 'size', least: 3, most: null }, { unitId: null })];
	expect(checkComposition(rules, team, [], day, all([]))).toHaveLength(1);
});

const former = (change: Partial<CompositionRule> = {}) =>
	rule(
		{ type: 'size', least: 3, most: null },
		{
			unitId: 4,
			setBy: { kind: 'tinh', name: 'Bắc Giang', endedOn: '2025-07-01' },
			validTo: '2025-07-01',
			...change,
		},
	);

it.each([
	['ended with it', {}],
	['was never closed', { validTo: null }],
	['is closed later', { validTo: '2026-12-01' }],
])('goes on where a former province was, if it %s', (_, change) => {
	expect(checkComposition([former(change)], team, [], day, all([]))).toMatchObject([
		{ inherited: true },
	]);
});

it.each([
	['that the former province closed itself', [former({ validTo: '2025-01-01' })], team],
	['elsewhere', [former()], { ...team, formerUnitIds: [] }],
	['for teams of that time themselves', [former()], { ...team, unitIds: [9, 7, 4] }],
] as const)('does not go on %s', (_, rules, asked) => {
	expect(checkComposition(rules, asked, [], day, all([]))).toEqual([]);
});

it('goes on until the province of today sets rules of that level, even if it closes them again', () => {
	const own = rule({ type: 'youths', least: 1 }, { id: 2, validFrom: '2026-01-01' });
	const bound = (on: string, ...more: CompositionRule[]) =>
		checkComposition([former(), ...more], team, [], on, all([])).map(({ rule: { id } }) => id);
	expect(bound('2025-12-31', own)).toEqual([1]);
	expect(bound('2026-01-01', own)).toEqual([2]);
	expect(bound('2026-06-01', { ...own, validTo: '2026-05-01' })).toEqual([]);
	expect(bound('2026-06-01', { ...own, level: 'commune' })).toEqual([1]);
});
