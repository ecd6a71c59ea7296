import { like } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../tests/database';
import { makeAccount } from '../../../tests/database/province';
import { after, said, setUpTickets, start } from '../../../tests/database/tickets';
import { auditLog } from '../server/db/schema';
import { localDay } from '../contracts/local-time';
import { assignAreas } from '../teams/members/assign-areas.server';
import { saveMembers } from '../teams/save-members.server';
import { saveTeams } from '../teams/save-teams.server';
import { answerTicket } from './answer.server';
import { closeTicket } from './close.server';
import type { TicketSelection } from './list.server';
import { raisesTickets } from './raise.server';
import { readActingUnits } from '../admin-units/access/acting-units.server';
import { readPublicTickets } from './read-public.server';
import { reopenTicket } from './reopen.server';

describeDatabase('tickets', (handle) => {
	it('are raised by the member of a board who looks after the village, and reach its head first', () =>
		rolledBack(handle(), async (database) => {
			const { raise, read, village, sibling, commune, officer } = await setUpTickets(database);
			const clerk = await makeAccount(database, 'clerk', 'viewer', commune.id);
			const today = localDay(start);
			await expect(raise({}, clerk)).rejects.toMatchObject({ status: 403 });
			expect(await raisesTickets(database, clerk)).toBe(false);
			const [board = 0] = await saveTeams(database, officer, [
				{ unitId: commune.id, name: 'Ban chỉ đạo', kind: 'board', foundedOn: '2022-04-15' },
			]);
			const [member = 0] = await saveMembers(database, officer, [
				{ teamId: board, fullName: 'Đỗ Thị Giang', fromOn: '2022-04-15' },
			]);
			const which = { teamId: board, memberId: member };
			await assignAreas(database, officer, which, { areaIds: [village.id], accountName: 'clerk' });
			expect(await raisesTickets(database, clerk)).toBe(true);
			const choice = { roles: ['reporter'], day: today, searchName: '', limit: 9 } as const;
			expect(
				await readActingUnits(database, clerk, { ...choice, lookedAfter: true }),
			).toMatchObject({ units: [{ id: village.id }], total: 1 });
			await expect(raise({ unitId: sibling.id }, clerk)).rejects.toMatchObject({ status: 403 });

			const id = await raise({}, clerk);
			const seen = await read(id, start, officer);
			expect(seen).toMatchObject({ atUnitId: commune.id, open: { answered: true } });
			expect((await read(id, start, clerk)).open).toEqual({
				...{ answered: false, closed: true, reopened: false },
			});
			await answerTicket(database, officer, id, said('Xã đã cử người giúp tổ.'), start);
			await closeTicket(database, clerk, id, said(''), start);
			expect((await read(id, start, clerk)).state).toBe('closed');
		}));

	it('are answered by officers at or above the first level, never by who raised them', () =>
		rolledBack(handle(), async (database) => {
			const { raise, read, sibling, village, otherCommune, leader, officer, approver, reporter } =
				await setUpTickets(database);
			const id = await raise();
			const answer = (by: typeof leader) =>
				answerTicket(database, by, id, said('Đã ghi nhận.'), after(1));
			const neighbour = await makeAccount(database, 'neighbour', 'approver', otherCommune.id);
			const villager = await makeAccount(database, 'villager', 'approver', village.id);
			const siblingLeader = await makeAccount(database, 'sibling', 'reporter', sibling.id);
			for (const party of [leader, villager, reporter])
				await expect(answer(party)).rejects.toThrow('may not do that');
			for (const stranger of [neighbour, siblingLeader])
				await expect(answer(stranger)).rejects.toThrow(`no ticket ${id}`);
			await expect(read(id, start, neighbour)).rejects.toThrow(`no ticket ${id}`);
			await expect(read(id, start, siblingLeader)).rejects.toThrow(`no ticket ${id}`);
			await answer(approver);
			await answer(officer);
			expect((await read(id)).events.map(({ by }) => by)).toEqual(['approver-98', 'officer']);

			const head = await makeAccount(database, 'head', 'administrator', village.id);
			const both = { ...head, grants: [...head.grants, ...officer.grants] };
			const own = await raise({}, both);
			expect((await read(own, start, both)).open).toEqual({
				...{ answered: false, closed: true, reopened: false },
			});
			await expect(answerTicket(database, both, own, said('Tự trả lời.'), start)).rejects.toThrow(
				'may not do that',
			);
		}));

	it('are not put away unanswered by those above, and closed ones are not answered', () =>
		rolledBack(handle(), async (database) => {
			const { raise, leader, officer } = await setUpTickets(database);
			const id = await raise();
			await expect(closeTicket(database, officer, id, said(''), start)).rejects.toThrow('is open');
			await closeTicket(database, leader, id, said('Đã tự lắp được.'), start);
			await expect(
				answerTicket(database, officer, id, said('Muộn mất rồi.'), start),
			).rejects.toThrow('is closed');
			await expect(closeTicket(database, leader, id, said(''), start)).rejects.toThrow('is closed');
		}));

	it('are raised for units of one’s own, with a text', () =>
		rolledBack(handle(), async (database) => {
			const { raise, sibling, officer, countryId, leader, village } = await setUpTickets(database);
			await expect(raise({ unitId: sibling.id })).rejects.toThrow('raises no tickets');
			await expect(raise({}, officer)).rejects.toThrow('raises no tickets');
			await expect(raise({ unitId: countryId })).rejects.toThrow('raises no tickets');
			await expect(raise({ text: ' wifi? ' })).rejects.toMatchObject({
				problems: [{ field: 'text', rule: 'text' }],
			});
			await expect(raise({ category: 'weather', kind: undefined })).rejects.toMatchObject({
				problems: [
					{ field: 'kind', rule: 'choose' },
					{ field: 'category', rule: 'choose' },
				],
			});
			const day = { roles: ['reporter'] as const, day: '2026-11-02', searchName: '', limit: 5 };
			expect(await readActingUnits(database, leader, day)).toMatchObject({
				...{ units: [{ id: village.id, parentName: 'Xã 0' }], total: 1 },
			});
			expect((await readActingUnits(database, officer, day)).total).toBe(0);
		}));

	it('are found by state, category, kind and the level at which they stand now', () =>
		rolledBack(handle(), async (database) => {
			const { raise, list, officer, approver, leader, reporter, otherCommune } =
				await setUpTickets(database);
			const wifi = await raise();
			const money = await raise({ category: 'funding', kind: 'proposal' }, leader, after(5));
			const answered = await raise({ category: 'funding' });
			const elsewhere = await raise({ unitId: otherCommune.id }, reporter, after(6));
			await answerTicket(database, officer, answered, said('Đã có kinh phí.'), after(3));
			const found = async (change: Partial<TicketSelection>, by = leader) =>
				(await list(by, change, after(8))).tickets.map(({ id }) => id);
			expect(await found({})).toEqual([wifi, money, answered]);
			expect(await found({ state: 'open' })).toEqual([wifi, money]);
			expect(await found({ state: 'answered' })).toEqual([answered]);
			expect(await found({ category: 'funding' })).toEqual([money, answered]);
			expect(await found({ kind: 'proposal' })).toEqual([money]);
			expect(await found({ level: 'commune' })).toEqual([money, answered]);
			expect(await found({ level: 'province' })).toEqual([wifi]);
			expect(await found({ level: 'province' }, approver)).toEqual([wifi, elsewhere]);
			expect(await found({ page: 2, pageSize: 2 })).toEqual([answered]);
			const { counts } = await list();
			expect(counts.sort((one, other) => one.category.localeCompare(other.category))).toEqual([
				{ category: 'funding', open: 1, answered: 1, closed: 0 },
				{ category: 'wifi', open: 1, answered: 0, closed: 0 },
			]);
			const [first] = (await list(leader, {}, after(8))).tickets;
			expect(first).toMatchObject({ atName: 'Thử Nghiệm', unitName: 'Thôn 1', risesAt: null });
		}));

	it('leave a trace of every step in the audit log, without a word of the text', () =>
		rolledBack(handle(), async (database) => {
			const { raise, leader, officer } = await setUpTickets(database);
			const id = await raise({ text: 'Bà Bưởi bị lừa qua điện thoại.', category: 'scams' });
			await answerTicket(database, officer, id, said('Đã báo công an, bà Bưởi yên tâm.'), start);
			await reopenTicket(database, leader, id, said('Bà Bưởi lại bị gọi.'), start);
			await closeTicket(database, leader, id, said('Bà Bưởi đã ổn.'), start);
			const entries = await database
				.select({ action: auditLog.action, details: auditLog.details })
				.from(auditLog)
				.where(like(auditLog.action, 'ticket.%'))
				.orderBy(auditLog.id);
			expect(entries.map(({ action }) => action)).toEqual([
				...['ticket.raise', 'ticket.answer', 'ticket.reopen', 'ticket.close'],
			]);
			expect(JSON.stringify(entries)).not.toContain('Bưởi');
		}));

	it('are public by commune, with the words that an answer releases and no others', () =>
		rolledBack(handle(), async (database) => {
			const { raise, officer, leader, provinceId } = await setUpTickets(database);
			const ask = { scopeUnitId: provinceId, now: new Date(start.getTime() + 3 * 86_400_000) };
			const silent = await raise({ text: 'Bà Bưởi ở xóm Đình, số 0912 345 678.' });
			const told = await raise({ text: 'Bà Bưởi cần wifi ở xóm Đình.' });
			const withdrawn = await raise();
			await closeTicket(database, leader, withdrawn, said('Thôi, bà Bưởi đã có mạng.'), start);
			const answer = {
				text: 'Gọi bà Bưởi nhé.',
				publicQuestion: 'Cần wifi.',
				publicAnswer: 'Sẽ lắp.',
			};
			const refused = { ...answer, publicAnswer: 'Gọi 0912.345.678.' };
			await expect(answerTicket(database, officer, told, refused, start)).rejects.toMatchObject({
				problems: [{ field: 'publicAnswer', rule: 'longNumber' }],
			});
			await expect(
				answerTicket(database, officer, told, { ...answer, publicAnswer: '' }, start),
			).rejects.toMatchObject({ problems: [{ field: 'publicAnswer', rule: 'bothPublic' }] });
			await answerTicket(database, officer, told, answer, start);
			const listed = await readPublicTickets(database, { ...ask, limit: 9 });
			expect(
				listed.map(({ id, state, days, question, answer: text }) => [
					id,
					state,
					days,
					question,
					text,
				]),
			).toEqual([
				[told, 'answered', 0, 'Cần wifi.', 'Sẽ lắp.'],
				[silent, 'open', 3, null, null],
			]);
			expect(listed[0]?.from.kind).toBe('xa');
			expect(JSON.stringify(listed)).not.toMatch(/Bưởi|Đình|0912|Thôn/);
		}));
});
