import { unitByCode } from '../admin-units/home.server';
import { isMonth, localDay } from '../contracts/local-time';
import type { Database } from '../server/db/client';
import { InvalidError } from '../server/errors';
import { raiseForVisitor } from './raise-for-visitor.server';
import { takeVisitorTurn } from './visitor-turns.server';

export interface AskedCorrection {
	/** Code of a commune of today. */
	code: string;
	/** `2026-10`; empty for no month in particular. */
	month: string;
	text: string;
	/** The visitor's address, which is counted and not kept. */
	from: string;
	now: Date;
}

/**
 * Takes what anybody says against a published number of a commune: it becomes a ticket.
 * @returns its number.
 * @throws InvalidError, also when one address sends too many.
 */
export async function askForCorrection(
	database: Database,
	{ code, month, text, from, now }: AskedCorrection,
): Promise<number> {
	const unit = await unitByCode(database, code, localDay(now));
	if (unit?.level !== 'commune')
		throw new InvalidError([{ field: 'xa', rule: 'commune', message: 'should be a commune' }]);
	if (month !== '' && !isMonth(month))
		throw new InvalidError([{ field: 'thang', rule: 'month', message: 'should be a month' }]);
	await takeVisitorTurn(from);
	const about = month === '' ? undefined : month;
	return raiseForVisitor(database, { unitId: unit.id, category: 'correction', about, text }, now);
}
