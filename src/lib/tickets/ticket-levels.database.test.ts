import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../tests/database';
import { makeAccount } from '../../../tests/database/province';
import { after, said, setUpTickets } from '../../../tests/database/tickets';
import { adminUnit } from '../server/db/schema';
import { answerTicket } from './answer.server';
import { closeTicket } from './close.server';
import { reopenTicket } from './reopen.server';
import { readSettableRules, setTicketRule } from './rule.server';

describeDatabase('levels at which tickets stand', (handle) => {
	it('stand at the commune first, and rise a level with every seven days without an answer', () =>
		rolledBack(handle(), async (database) => {
			const { raise, read, commune, provinceId } = await setUpTickets(database);
			const id = await raise();
			const at = async (days: number, seconds = 0) => {
				const { atUnitId, risesAt } = await read(id, after(days, seconds));
				return { atUnitId, risesAt };
			};
			const atCommune = { atUnitId: commune.id, risesAt: '2026-11-09T01:00:00Z' };
			expect(await at(0)).toEqual(atCommune);
			expect(await at(7, -1)).toEqual(atCommune);
			expect(await at(7)).toEqual({ atUnitId: provinceId, risesAt: null });
			expect(await at(700)).toEqual({ atUnitId: provinceId, risesAt: null });
			// Looking at it changed nothing.
			expect(await at(1)).toEqual(atCommune);
			const { levels } = await read(id);
			expect(levels.map((unit) => unit.id)).toEqual([commune.id, provinceId]);
		}));

	it('pass over levels that no longer exist, and never go to the country', () =>
		rolledBack(handle(), async (database) => {
			const { raise, read, commune, provinceId, reporter } = await setUpTickets(database);
			const ofVillage = await raise();
			const ofProvince = await raise({ unitId: provinceId }, reporter);
			await database
				.update(adminUnit)
				.set({ validTo: '2026-11-05' })
				.where(eq(adminUnit.id, commune.id));
			expect(await read(ofVillage, after(1))).toMatchObject({ atUnitId: commune.id });
			expect(await read(ofVillage, after(4))).toMatchObject({ atUnitId: provinceId });
			expect(await read(ofProvince, after(30), reporter)).toMatchObject({
				...{ atUnitId: provinceId, risesAt: null },
			});
		}));

	it('stay where they are answered; reopened, they wait anew from there', () =>
		rolledBack(handle(), async (database) => {
			const { raise, read, commune, provinceId, leader, officer } = await setUpTickets(database);
			const id = await raise();
			await answerTicket(database, officer, id, said('Xã lắp trong tháng này.'), after(2));
			expect(await read(id, after(60))).toMatchObject({
				...{ state: 'answered', atUnitId: commune.id, risesAt: null },
				events: [{ step: 'answered', text: 'Xã lắp trong tháng này.', by: 'officer' }],
			});
			await reopenTicket(database, leader, id, said('Đã hết tháng mà chưa lắp.'), after(40));
			expect(await read(id, after(46))).toMatchObject({ state: 'open', atUnitId: commune.id });
			expect(await read(id, after(47))).toMatchObject({ atUnitId: provinceId, risesAt: null });
			await closeTicket(database, leader, id, said(''), after(50));
			expect(await read(id, after(90))).toMatchObject({ state: 'closed', atUnitId: provinceId });
			const { events } = await read(id);
			expect(events.map(({ step }) => step)).toEqual(['answered', 'reopened', 'closed']);
		}));

	it('rise after as many days as the nearest level says; those that wait keep their number', () =>
		rolledBack(handle(), async (database) => {
			const { raise, read, commune, provinceId, village, officer } = await setUpTickets(database);
			const administrator = await makeAccount(database, 'admin', 'administrator', provinceId);
			const before = await raise();
			await setTicketRule(database, administrator, { unitId: provinceId, risesAfterDays: 3 });
			const second = await raise();
			await setTicketRule(database, administrator, { unitId: commune.id, risesAfterDays: 10 });
			const third = await raise();
			const risesAt = async (id: number) => (await read(id)).risesAt;
			expect(await risesAt(before)).toBe('2026-11-09T01:00:00Z');
			expect(await risesAt(second)).toBe('2026-11-05T01:00:00Z');
			expect(await risesAt(third)).toBe('2026-11-12T01:00:00Z');
			expect(await readSettableRules(database, administrator)).toMatchObject([
				{ unitId: provinceId, risesAfterDays: 3 },
			]);
			expect(await readSettableRules(database, officer)).toEqual([]);
			await expect(
				setTicketRule(database, officer, { unitId: village.id, risesAfterDays: 1 }),
			).rejects.toThrow('may not set');
			await expect(
				setTicketRule(database, administrator, { unitId: provinceId, risesAfterDays: 0 }),
			).rejects.toThrow('days');
		}));
});
