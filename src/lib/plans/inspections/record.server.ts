import { writeAudit } from '../../accounts/audit/audit.server';
import { findBelow } from '../../admin-units/search/find-below.server';
import type { Actor } from '../../contracts/accounts';
import { localDay } from '../../contracts/local-time';
import type { Database } from '../../server/db/client';
import { inspection, inspectionFinding } from '../../server/db/schema';
import { ForbiddenError, InvalidError } from '../../server/errors';
import { parse } from '../../server/parse';
import { keepsPlansOf } from '../keeper.server';
import { NewInspection } from './schemas';

/**
 * Notes down that a level above looked at a unit, what it found and by when that is to be mended.
 * @returns its id.
 * @throws InvalidError when no one unit below is meant, or the day lies ahead; ForbiddenError.
 */
export async function recordInspection(
	database: Database,
	actor: Actor,
	input: unknown,
	now: Date,
): Promise<number> {
	const { inspected, findings, ...fields } = parse(NewInspection, input);
	if (fields.heldOn > localDay(now))
		throw new InvalidError([{ field: 'heldOn', rule: 'dayToCome', message: 'lies ahead' }]);
	return database.transaction(async (transaction) => {
		if (!(await keepsPlansOf(transaction, actor, fields.unitId)))
			throw new ForbiddenError('This account looks at no units for that one.');
		const [unit, ...others] = await findBelow(transaction, fields.unitId, inspected, fields.heldOn);
		if (!unit || others.length > 0)
			throw new InvalidError([
				{
					field: 'inspected',
					rule: unit ? 'severalBelow' : 'notBelow',
					message: 'should be one unit below',
				},
			]);
		const late = findings.findIndex(({ mendBy }) => mendBy < fields.heldOn);
		if (late >= 0)
			throw new InvalidError([
				{ field: `findings.${late}.mendBy`, rule: 'beforeLook', message: 'lies before the look' },
			]);
		const [recorded] = await transaction
			.insert(inspection)
			.values({
				...{ ...fields, inspectedUnitId: unit.id },
				...{ recordedBy: actor.accountId, recordedAt: now },
			})
			.returning({ id: inspection.id });
		if (!recorded) throw new Error('An insert returns its row.');
		if (findings.length > 0)
			await transaction
				.insert(inspectionFinding)
				.values(findings.map((finding) => ({ ...finding, inspectionId: recorded.id })));
		await writeAudit(transaction, {
			...{ actor, action: 'inspection.record', subject: `inspection:${recorded.id}` },
			details: { unitId: fields.unitId, inspectedUnitId: unit.id, findings: findings.length },
		});
		return recorded.id;
	});
}
