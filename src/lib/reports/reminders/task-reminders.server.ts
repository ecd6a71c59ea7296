import { unitColumns } from '../../admin-units/home.server';
import { localDay } from '../../contracts/local-time';
import { loadMessages, loadWorkMessages } from '../../messages';
import { createFormat } from '../../messages/format';
import { toAddress } from '../../messages/addresses';
import { readDueTasks } from '../../plans/due-tasks.server';
import { among } from '../../server/db/among';
import type { Database } from '../../server/db/client';
import { adminUnit } from '../../server/db/schema';
import type { DueReminder } from './deliver.server';
import type { Recipient } from './recipients.server';

/** One mail a day and unit about tasks of plans, to whoever reports for the unit. */
export async function dueTaskReminders(
	database: Database,
	recipients: readonly Recipient[],
	{ origin, now }: { origin: string; now: Date },
): Promise<DueReminder[]> {
	const today = localDay(now);
	const reporting = recipients.filter(({ isAbove }) => !isAbove);
	const ids = [...new Set(reporting.map(({ unitId }) => unitId))];
	const tasks = await readDueTasks(database, ids, today);
	if (tasks.length === 0) return [];
	const units = await database.select(unitColumns).from(adminUnit).where(among(adminUnit.id, ids));
	const { plans } = await loadWorkMessages('vi');
	const format = createFormat('vi', await loadMessages('vi'));
	return reporting.flatMap(({ unitId, accountId, email }) => {
		const unit = units.find(({ id }) => id === unitId);
		const own = tasks.filter((task) => task.unitId === unitId);
		if (!unit || own.length === 0) return [];
		const name = format.unitName(unit);
		const lines = own.map(({ what, dueOn }) =>
			plans.mail[dueOn < today ? 'overdue' : 'soon'](what, format.date(dueOn)),
		);
		const text = plans.mail.text(name, lines.join('\n'), origin + toAddress('/plans', 'vi'));
		const compose = () => ({ to: email, subject: plans.mail.subject(name), text });
		return { about: { periodId: null }, accountId, step: `${unit.code} tasks ${today}`, compose };
	});
}
