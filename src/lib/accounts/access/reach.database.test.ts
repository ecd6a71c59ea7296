import { beforeAll, describe, expect, it } from 'vitest';
import { addUnit } from '../../../../tests/database/accounts';
import { describeDatabase } from '../../../../tests/database';
import type { Actor, Role } from '../../contracts/accounts';
import { mayActOn } from './may-act-on.server';
import { reach, reachAmong } from './reach.server';

describeDatabase('roles on units', (handle) => {
	const units: Record<string, number> = {};
	const unit = (code: string) => {
		const id = units[code];
		if (id === undefined) throw new Error(code);
		return id;
	};
	const holder = (...grants: [Role, string][]): Actor => ({
		accountId: 1,
		name: 'lan',
		displayName: 'Lan',
		grants: grants.map(([role, code]) => ({ role, unitId: unit(code) })),
	});

	/** A province without and with a district: P > {A > a1, a2; D > B > b1}; beside it Q > C. */
	beforeAll(async () => {
		const { database } = handle();
		const add = async (
			code: string,
			level: 'province' | 'district' | 'commune' | 'village',
			above?: string,
		) => {
			units[code] = await addUnit(database, code, level, above ? unit(above) : null);
		};
		await add('P', 'province');
		await add('A', 'commune', 'P');
		await add('a1', 'village', 'A');
		await add('a2', 'village', 'A');
		await add('D', 'district', 'P');
		await add('B', 'commune', 'D');
		await add('b1', 'village', 'B');
		await add('Q', 'province');
		await add('C', 'commune', 'Q');
	});

	const acts = (actor: Actor, roles: Role[], code: string) =>
		mayActOn(handle().database, actor, roles, unit(code));

	it('hold for the unit and everything below it, and for nothing else', async () => {
		const approver = holder(['approver', 'D']);
		const may: string[] = [];
		for (const code of Object.keys(units))
			if (await acts(approver, ['approver'], code)) may.push(code);
		expect(may).toEqual(['D', 'B', 'b1']);
	});

	it('do not stand in for one another, but an administrator does', async () => {
		const roles: Role[] = ['viewer', 'reporter', 'approver', 'committee', 'administrator'];
		const table: Record<string, Role[]> = {};
		for (const granted of roles) {
			const may: Role[] = [];
			for (const asked of roles)
				if (await acts(holder([granted, 'P']), [asked], 'a1')) may.push(asked);
			table[granted] = may;
		}
		expect(table).toEqual({
			viewer: ['viewer'],
			reporter: ['viewer', 'reporter'],
			approver: ['viewer', 'approver'],
			committee: ['viewer', 'committee'],
			administrator: roles,
		});
	});

	it('of several grants the one that fits counts', async () => {
		const actor = holder(['reporter', 'a1'], ['approver', 'Q'], ['viewer', 'P']);
		expect(await acts(actor, ['reporter'], 'a1')).toBe(true);
		expect(await acts(actor, ['reporter'], 'a2')).toBe(false);
		expect(await acts(actor, ['reporter', 'approver'], 'C')).toBe(true);
		expect(await acts(actor, ['approver'], 'a1')).toBe(false);
	});

	it('without grants, and on units that do not exist, allow nothing', async () => {
		expect(await acts(holder(), ['viewer'], 'P')).toBe(false);
		const administrator = holder(['administrator', 'P']);
		expect(await mayActOn(handle().database, administrator, ['viewer'], 0)).toBe(false);
	});

	describe('reach', () => {
		const reached = async (actor: Actor, role: Role) => {
			const ids = await reach(handle().database, actor, role);
			const among = await reachAmong(handle().database, actor, role, Object.keys(units).map(unit));
			expect([...among].sort((a, b) => a - b)).toEqual(ids);
			return Object.keys(units).filter((code) => ids.includes(unit(code)));
		};

		it('gathers the units of all fitting grants, each once', async () => {
			const actor = holder(
				['approver', 'D'],
				['approver', 'B'],
				['administrator', 'C'],
				['reporter', 'A'],
			);
			expect(await reached(actor, 'approver')).toEqual(['D', 'B', 'b1', 'C']);
			expect(await reach(handle().database, actor, 'approver')).toHaveLength(4);
			expect(await reached(actor, 'viewer')).toEqual(['A', 'a1', 'a2', 'D', 'B', 'b1', 'C']);
			expect(await reached(actor, 'committee')).toEqual(['C']);
		});

		it('is empty without grants', async () => {
			expect(await reached(holder(), 'viewer')).toEqual([]);
		});
	});
});
