import { writeAudit } from '../accounts/audit/audit.server';
import type { Database } from '../server/db/client';
import { ticket } from '../server/db/schema';
import { parse } from '../server/parse';
import { risesAfterDays } from './rule.server';
import type { TicketCategory } from '../contracts/tickets';
import { NewTicket } from './schemas';

interface VisitorsText {
	unitId: number;
	category?: TicketCategory;
	about: string | undefined;
	text: string;
}

/**
 * Raises as a proposal what a visitor of a public page wrote, who isn't asked for a name.
 * @param about what of it the visitor writes about; it stands before the text.
 * @returns its id.
 * @throws InvalidError
 */
export async function raiseForVisitor(
	database: Database,
	{ unitId, category = 'other', about, text }: VisitorsText,
	now: Date,
): Promise<number> {
	const written = parse(NewTicket, { unitId, kind: 'proposal', category, text });
	return database.transaction(async (transaction) => {
		const [raised] = await transaction
			.insert(ticket)
			.values({
				...{ ...written, text: about ? `${about}: ${written.text}` : written.text, state: 'open' },
				...{ raisedBy: null, raisedAt: now, waitingSince: now },
				risesAfterDays: await risesAfterDays(transaction, unitId),
			})
			.returning({ id: ticket.id });
		if (!raised) throw new Error('An insert returns its row.');
		await writeAudit(transaction, {
			...{ actor: null, action: 'ticket.raise', subject: `ticket:${raised.id}` },
			details: { unitId, kind: written.kind, category: written.category },
		});
		return raised.id;
	});
}
