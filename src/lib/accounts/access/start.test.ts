import { describe, expect, it } from 'vitest';
import { roles, type Actor, type Role } from '../../contracts/accounts';
import { dutyOf, homeOf } from './duty';
import { menuOf, type MenuPage } from './menu';
import { mayOpen, routeAccess } from './policy.server';

const combinations: Role[][] = roles.reduce<Role[][]>(
	(sets, role) => [...sets, ...sets.map((set) => [...set, role])],
	[[]],
);
const actorOf = (held: readonly Role[]): Actor => ({
	...{ accountId: 1, name: 'an', displayName: 'An' },
	grants: held.map((role, index) => ({ role, unitId: index })),
});
const homeFor = (held: readonly Role[], hasUnitsBelow = false) =>
	homeOf(dutyOf(actorOf(held).grants, { hasUnitsBelow }));
const menuFor = (held: readonly Role[], hasUnitsBelow = false) => {
	const actor = actorOf(held);
	const duty = dutyOf(actor.grants, { hasUnitsBelow });
	return menuOf(duty, (route) => mayOpen(route, actor), { hasUnitsBelow });
};

it.each([
	['a reporter', ['reporter'], false, '/reports/due'],
	['an officer, below whom others report', ['reporter'], true, '/reports/status'],
	['an approver', ['approver'], false, '/reports'],
	['the emulation committee', ['committee'], false, '/awards'],
	['a leader', ['viewer'], false, '/brief'],
	['an administrator', ['administrator'], true, '/administration'],
	['somebody without a role', [], false, '/account'],
] as const)('%s begins at a page of their own', (_, held, hasUnitsBelow, home) => {
	expect(homeFor(held, hasUnitsBelow)).toBe(home);
});

it('of several roles the one that others wait for decides', () => {
	const homes = combinations.map((held) => [held.join(' '), homeFor(held, true)]);
	const expected = combinations.map((held) => {
		const has = (role: Role) => held.includes(role);
		if (has('approver')) return [held.join(' '), '/reports'];
		if (has('reporter')) return [held.join(' '), '/reports/status'];
		if (has('committee')) return [held.join(' '), '/awards'];
		if (has('administrator')) return [held.join(' '), '/administration'];
		return [held.join(' '), has('viewer') ? '/brief' : '/account'];
	});
	expect(homes).toHaveLength(2 ** roles.length);
	expect(homes).toEqual(expected);
});

it('a role that was lent counts like one’s own', () => {
	const lent = { role: 'approver', unitId: 7, onBehalfOf: 3 } as const;
	const grants = [...actorOf(['reporter']).grants, lent];
	expect(homeOf(dutyOf(grants, { hasUnitsBelow: false }))).toBe('/reports');
});

describe('for every combination of roles', () => {
	const everybody = combinations.flatMap((held) =>
		[false, true].map((hasUnitsBelow) => ({ held, hasUnitsBelow })),
	);
	/** The route of a page of the menu, found apart from how the menu finds it. */
	const routeOf = (path: string) =>
		Object.keys(routeAccess).find(
			(route) => (route.replace(/^\/\([a-z]+\)/, '') || '/map') === path,
		) ?? null;

	it('the home is a page that they may open', () => {
		for (const { held, hasUnitsBelow } of everybody) {
			const home = homeFor(held, hasUnitsBelow);
			expect(mayOpen(routeOf(home), actorOf(held)), `${held.join(' ')}: ${home}`).toBe(true);
		}
	});

	it('the menu begins at home, is short, and names no page twice or in vain', () => {
		for (const { held, hasUnitsBelow } of everybody) {
			const { daily, groups } = menuFor(held, hasUnitsBelow);
			const entries = [...daily, ...groups.flatMap((group) => group.entries)];
			const paths = entries.map(({ path }) => path);
			const said = held.join(' ');
			if (held.length > 0) expect(daily[0]?.path, said).toBe(homeFor(held, hasUnitsBelow));
			expect(daily.length, said).toBeLessThanOrEqual(4);
			expect(new Set(paths).size, said).toBe(paths.length);
			expect(
				paths.filter((path) => !mayOpen(routeOf(path), actorOf(held))),
				said,
			).toEqual([]);
			expect(paths, said).toContain('/map');
		}
	});
});

it('whoever only looks on begins at the areas that they look after', () => {
	const actor = actorOf(['viewer']);
	const about = { hasUnitsBelow: false, hasAreas: true };
	const menu = menuOf('viewer', (route) => mayOpen(route, actor), about);
	expect(homeOf('viewer', about)).toBe('/areas');
	expect(menu.daily.map(({ name }) => name)).toEqual(['areas', 'brief', 'wall', 'ranking']);
	expect(homeOf('approver', about)).toBe('/reports');
	const names = (hasAreas: boolean) =>
		menuOf('approver', () => true, { hasUnitsBelow: true, hasAreas }).groups.flatMap(
			({ entries }) => entries.map(({ name }) => name),
		);
	expect(names(true)).toContain('areas');
	expect(names(false)).not.toContain('areas');
});

it('only whoever has leaders to look after is led to them', () => {
	const pages = (held: readonly Role[], hasUnitsBelow: boolean): MenuPage[] => {
		const { daily, groups } = menuFor(held, hasUnitsBelow);
		return [...daily, ...groups.flatMap(({ entries }) => entries)].map(({ name }) => name);
	};
	expect(pages(['reporter'], true)).toContain('leaders');
	expect(pages(['reporter'], false)).not.toContain('leaders');
	expect(pages(['administrator'], true)).not.toContain('leaders');
	expect(pages(['administrator'], true)).toContain('administration');
});
