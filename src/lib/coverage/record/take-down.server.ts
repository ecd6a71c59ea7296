import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { administersAll } from '../../accounts/administration/administered.server';
import { writeAudit } from '../../accounts/audit/audit.server';
import { unitByCode } from '../../admin-units/home.server';
import type { Actor } from '../../contracts/accounts';
import type { AuditSubject } from '../../contracts/audit/entries';
import type { AuditAction } from '../../contracts/audit/actions';
import { isMonth, lastDayOf } from '../../contracts/local-time';
import { takeDownReasons, type TakeDownReason } from '../../contracts/publication';
import { appendChanges, forgetChanges, lockChanges } from '../../server/change-log';
import { queryRows, type Database } from '../../server/db/client';
import { instant } from '../../server/db/instant';
import { unitsAbove } from '../../server/db/unit-tree';
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from '../../server/errors';
import { parse } from '../../server/parse';
import { listShownFigures } from './shown-figures.server';

const Code = v.pipe(v.string(), v.trim(), v.regex(/^\d{1,15}$/, 'unknownUnit'));
export const Month = v.pipe(v.string(), v.trim(), v.check(isMonth, 'period'));
const WholeNumber = v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'required'), v.transform(Number));
const Given = v.object({
	unit: Code,
	period: Month,
	number: WholeNumber,
	reason: v.picklist(takeDownReasons, 'required'),
});
const Taken = v.object({ id: WholeNumber });

/**
 * Takes down what a unit showed of a month under a number, together with every sum over it and every
 * edition that held it. What is shown now can't be: its report is corrected first.
 * @throws ForbiddenError, InvalidError, NotFoundError; ConflictError for what is shown now.
 */
export async function takeDown(
	database: Database,
	actor: Actor,
	given: unknown,
	now: Date,
): Promise<void> {
	const { unit: code, period, number, reason } = parse(Given, given);
	await changeRecord(database, actor, async (transaction) => {
		const unit = await unitByCode(transaction, code, lastDayOf(period));
		if (!unit) throw unknownUnit();
		const shown = await listShownFigures(transaction, { unitId: unit.id, period });
		const figures = shown.find((each) => each.number === number);
		if (!figures) throw new NotFoundError('There are no such figures.');
		const { replacedUnder } = figures;
		if (replacedUnder === null) throw new ConflictError('These figures are shown now.');
		await transaction.execute(
			sql`insert into take_down (period_id, unit_id, number, before_number, unit_ids, reason, at)
				select period.id, ${unit.id}, ${number}, ${replacedUnder},
					array(select line.id from ${unitsAbove(sql`(${unit.id}::int)`)} line
						where exists (select from published_figures later where later.unit_id = line.id
							and later.period_id = period.id and later.number >= ${replacedUnder})),
					${reason}, ${instant(now)}
				from reporting_period period where period.code = ${period}
				on conflict do nothing`,
		);
		return {
			action: 'figures.takeDown',
			subject: `${unit.code}/${period}/${number}`,
			details: { reason },
		};
	});
}

/**
 * Lets what was taken down be seen again.
 * @throws ForbiddenError; NotFoundError for what isn't taken down.
 */
export async function restore(database: Database, actor: Actor, given: unknown): Promise<void> {
	const { id } = parse(Taken, given);
	await changeRecord(database, actor, async (transaction) => {
		const [restored] = await queryRows<{ code: string; period: string; number: number }>(
			transaction,
			sql`delete from take_down gone using admin_unit unit, reporting_period period
				where gone.id = ${id} and unit.id = gone.unit_id and period.id = gone.period_id
				returning unit.code, period.code as period, gone.number::float8 as number`,
		);
		if (!restored) throw new NotFoundError(`Nothing is taken down under ${id}.`);
		const { code, period, number } = restored;
		return { action: 'figures.restore', subject: `${code}/${period}/${number}` };
	});
}

export const unknownUnit = () =>
	new InvalidError([
		{ field: 'unit', rule: 'unknownUnit', message: 'There was no such unit in that month.' },
	]);

/** What was public is one record for the whole place: so only whoever administers all of it changes it. */
async function changeRecord(
	database: Database,
	actor: Actor,
	change: (transaction: Database) => Promise<{
		action: AuditAction;
		subject: AuditSubject;
		details?: { reason: TakeDownReason };
	}>,
): Promise<void> {
	await database.transaction(async (transaction) => {
		if (!(await administersAll(transaction, actor)))
			throw new ForbiddenError('The public record belongs to the whole place.');
		await lockChanges(transaction);
		await writeAudit(transaction, { actor, ...(await change(transaction)) });
		// Nobody who was away is told what is gone; kept pages and files are written anew.
		await forgetChanges(transaction);
		await appendChanges(transaction, [{ type: 'structure' }]);
	});
}
