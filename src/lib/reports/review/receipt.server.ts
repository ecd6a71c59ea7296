import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { report } from '../../server/db/schema';
import { NotFoundError } from '../../server/errors';
import { isOnTime } from '../periods/deadlines';
import { householdFields } from '../form/form';
import { readReport, type ReportView, type RevisionView } from './read-report.server';

export interface Receipt {
	unit: ReportView['unit'];
	period: ReportView['period'];
	/** `98000-01/2026-10/2`: unit, period, revision. */
	number: string;
	revision: RevisionView;
	/** ISO instant. */
	due: string;
	onTime: boolean;
	/** SHA-256, hex, of what was received: the same figures always give the same one. */
	hash: string;
}

/**
 * What the sender of a revision keeps.
 * @throws NotFoundError, ForbiddenError
 */
export async function readReceipt(
	database: Database,
	actor: Actor,
	codes: { unit: string; period: string },
	number: number | undefined,
): Promise<Receipt> {
	const { unit, period, revisions, terms } = await readReport(database, actor, codes);
	const revision = revisions.find((each) => number === undefined || each.revision === number);
	if (!revision) throw new NotFoundError(`There is no revision ${number} to confirm.`);
	const [stored] = await database
		.select({ firstReceivedAt: report.firstReceivedAt, onTime: report.onTime })
		.from(report)
		.where(and(eq(report.unitId, unit.id), eq(report.periodId, period.id)));
	// Only the newest revision can have lost what the first one gained.
	const onTime =
		revision === revisions[0]
			? (stored?.onTime ?? false)
			: isOnTime(stored?.firstReceivedAt ?? new Date(), new Date(terms.due));
	return {
		unit,
		period,
		number: `${unit.code}/${period.code}/${revision.revision}`,
		revision,
		due: terms.due,
		onTime,
		hash: hashOf(unit.code, period.code, revision),
	};
}

function hashOf(unit: string, period: string, revision: RevisionView): string {
	const figures = householdFields.map((name) => [name, revision.householdSkills[name]]);
	const values = Object.entries(revision.values)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([code, { status, value, qualifier }]) => [code, status, value, qualifier]);
	const content = [unit, period, revision.revision, revision.receivedAt, figures, values];
	return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
