import { eq, sql } from 'drizzle-orm';
import type { ScreenShow } from '../contracts/screens';
import { appendChanges, lockChanges } from '../server/change-log';
import { queryRows, type Database } from '../server/db/client';
import { screen } from '../server/db/schema';
import { unitsAbove } from '../server/db/unit-tree';

/** Has a screen show something, on whichever node it listens; null: it goes its own way. */
export async function tellScreen(
	transaction: Database,
	{ id, unitId }: { id: number; unitId: number },
	show: ScreenShow | null,
): Promise<void> {
	await transaction.update(screen).set({ show }).where(eq(screen.id, id));
	const line = await queryRows<{ id: number }>(
		transaction,
		sql`select id from ${unitsAbove(unitId)} line order by depth`,
	);
	await lockChanges(transaction);
	await appendChanges(transaction, [
		{ type: 'screen', path: line.map((unit) => unit.id), screenId: id, show },
	]);
}
