import { beforeAll, expect, it } from 'vitest';
import { reachAmong } from '../../src/lib/accounts/access/reach.server';
import type { Period } from '../../src/lib/contracts/reports';
import { readRegisterLimits } from '../../src/lib/coverage/register-limits.server';
import { readRegisters } from '../../src/lib/coverage/registers.server';
import { readRequired, readRequiredByPeriod } from '../../src/lib/coverage/required.server';
import { readTrends } from '../../src/lib/coverage/trend.server';
import { readPunctuality } from '../../src/lib/ranking/punctuality.server';
import { describeDatabase } from '.';
import { makeThreeCommunes, now } from './three-communes';

/** What a statement takes; the country has more villages. */
const mostParameters = 65_535;

describeDatabase('more units than a statement has parameters', (handle) => {
	let scene: Awaited<ReturnType<typeof makeThreeCommunes>>;
	let period: Period;
	/** Those of the province among others that aren't there: no statement knows that. */
	let ids: number[];
	let communes: number[];

	beforeAll(async () => {
		scene = await makeThreeCommunes(handle().database);
		const snapshot = await scene.screen(scene.approver);
		period = snapshot.period;
		communes = snapshot.units.map(({ id }) => id);
		const last = Math.max(...communes) + 1_000;
		ids = [...communes, ...Array.from({ length: mostParameters + 1 }, (_, index) => last + index)];
	});

	it('have registers, and limits of these', async () => {
		const { database } = handle();
		const registers = await readRegisters(database, ids, period.endsOn);
		expect(registers).toEqual(await readRegisters(database, communes, period.endsOn));
		const limits = await readRegisterLimits(database, ids, period);
		expect(limits).toEqual(await readRegisterLimits(database, communes, period));
	});

	it('are held to the rules of who must report', async () => {
		const { database } = handle();
		expect(await readRequired(database, ids, [period])).toEqual(
			await readRequired(database, communes, [period]),
		);
		const required = await readRequiredByPeriod(database, ids, [period]);
		expect(required.get(period.id)?.size).toBe(communes.length);
	});

	it('are ranked: who comes in time, who grows, who may be seen', async () => {
		const { database } = handle();
		const required = await readRequiredByPeriod(database, communes, [period]);
		const request = {
			...({ level: 'commune', basis: 'provisional' } as const),
			...{ months: [period], required, now },
		};
		const punctual = await readPunctuality(database, { ...request, unitIds: ids });
		const few = await readPunctuality(database, { ...request, unitIds: communes });
		for (const id of communes) expect(punctual.get(id)).toEqual(few.get(id));
		const trends = {
			basis: 'approved',
			audience: 'internal',
			months: 2,
			until: period.code,
		} as const;
		expect((await readTrends(database, ids, trends)).get(communes[0] ?? 0)).toHaveLength(2);
		const reached = await reachAmong(database, scene.approver, 'viewer', ids);
		expect([...reached].sort()).toEqual([...communes].sort());
	});
});
