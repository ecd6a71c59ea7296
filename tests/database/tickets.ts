import type { Database } from '../../src/lib/server/db/client';
import { listTickets, type TicketSelection } from '../../src/lib/tickets/list.server';
import { raiseTicket } from '../../src/lib/tickets/raise.server';
import { readTicket } from '../../src/lib/tickets/read.server';
import { makeAccount, makeProvince } from './province';

export const start = new Date('2026-11-02T01:00:00Z');
export const after = (days: number, seconds = 0) =>
	new Date(start.getTime() + days * 86_400_000 + seconds * 1000);
export const said = (text: string) => ({ text });

/** Two communes of two villages, a leader of the first village and an officer of its commune. */
export async function setUpTickets(database: Database) {
	const province = await makeProvince(database, { communes: 2, villages: 2 });
	const [commune, otherCommune] = province.communes;
	const [village, sibling] = commune?.villages ?? [];
	if (!commune || !otherCommune || !village || !sibling) throw new Error('two by two');
	const leader = await makeAccount(database, 'leader', 'reporter', village.id);
	const officer = await makeAccount(database, 'officer', 'approver', commune.id);
	const raise = (change: Record<string, unknown> = {}, by = leader, now = start) =>
		raiseTicket(
			database,
			by,
			{
				...{ unitId: village.id, kind: 'difficulty', category: 'wifi' },
				...{ text: 'Nhà văn hoá chưa có wifi cho bà con.', ...change },
			},
			now,
		);
	const read = (id: number, now = start, by = leader) => readTicket(database, by, id, now);
	const list = (by = leader, change: Partial<TicketSelection> = {}, now = start) =>
		listTickets(
			database,
			by,
			{
				...{ state: null, category: null, kind: null, level: null, page: 1, pageSize: 50 },
				...change,
			},
			now,
		);
	return {
		...province,
		commune,
		otherCommune,
		village,
		sibling,
		leader,
		officer,
		raise,
		read,
		list,
	};
}
