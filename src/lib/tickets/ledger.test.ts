import { expect, it } from 'vitest';
import { arrangeLedger, type PublicTicket } from './ledger';

const ticket = (
	id: number,
	at: number,
	days: number,
	state: PublicTicket['state'] = 'open',
): PublicTicket => ({
	...{ id, state, days, raisedAt: '', answeredAt: null, question: null, answer: null },
	...{ kind: 'difficulty', category: 'wifi' },
	from: { kind: 'xa', name: `Xã ${id}` },
	at: { id: at, kind: 'tinh', name: `Tỉnh ${at}` },
});

it('puts first who answers slowly, whoever asks', () => {
	const ledger = arrangeLedger([
		ticket(1, 10, 2),
		ticket(2, 20, 9, 'answered'),
		ticket(3, 20, 30),
		ticket(4, 10, 3, 'answered'),
		ticket(5, 20, 12),
	]);
	expect(
		ledger.map(({ at, waiting, answered, usualDays }) => [at.id, waiting, answered, usualDays]),
	).toEqual([
		[20, 2, 1, 12],
		[10, 1, 1, 3],
	]);
	expect(ledger[0]?.tickets.map(({ id }) => id)).toEqual([3, 5, 2]);
});

it('is empty where nothing was asked', () => {
	expect(arrangeLedger([])).toEqual([]);
});
