import { eq } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { Unit } from '../../contracts/admin-units';
import { appendChanges } from '../../server/change-log';
import { among } from '../../server/db/among';
import type { Database } from '../../server/db/client';
import { adminUnit } from '../../server/db/schema';
import { InvalidError, NotFoundError, type Problem } from '../../server/errors';
import { unitColumns } from '../home.server';
import { rebuildLayers, type Progress } from '../outlines/layers.server';
import { searchKey } from '../../contracts/text/search-key';
import { checkCorrection } from './check-correction';
import { findContradictions } from './contradictions.server';
import type { CorrectableField, Correction } from './correction';

export interface CorrectionOptions {
	/** Why what stood before was wrong; kept with it in the audit log. */
	reason: string;
	/** Null for the command line. */
	actor: Actor | null;
}

/** In the audit log; its details hold the reason and what stood before and since. */
export const correctAction = 'unit.correct';

/**
 * Mends what was typed wrongly: names, kinds and last days. It isn't for what changed in the world: that
 * is a unit of its own from its first day on. Every screen shows it at once, former months too.
 * @returns the units that were changed by this.
 * @throws InvalidError when one of them couldn't be, or contradicts what is stored; nothing is changed then.
 */
export function correctUnits(
	database: Database,
	corrections: readonly Correction[],
	{ reason, actor }: CorrectionOptions,
	progress: Progress = () => {},
): Promise<Unit[]> {
	return database.transaction(async (transaction) => {
		const stored = await lockUnits(
			transaction,
			corrections.map(({ unitId }) => unitId),
		);
		const problems: Problem[] = [];
		if (reason.trim() === '')
			problems.push({ field: 'reason', rule: 'missingReason', message: 'say why' });
		const changes = corrections.flatMap((correction) => {
			const unit = stored.get(correction.unitId);
			if (!unit) throw new NotFoundError(`There is no unit ${correction.unitId}.`);
			const fields = (['name', 'kind', 'validTo'] as const).filter(
				(field) => unit[field] !== correction[field],
			);
			problems.push(...checkCorrection(unit, correction, fields));
			return fields.length > 0 ? [{ unit, correction, fields }] : [];
		});
		if (problems.length > 0) throw new InvalidError(problems);
		const moved = changes.filter(({ fields }) => fields.includes('validTo'));
		const before = await findContradictions(transaction, moved);
		for (const { unit, correction } of changes) await store(transaction, unit.id, correction);
		const since = await findContradictions(transaction, moved);
		const known = new Set(before.map(({ key }) => key));
		const fresh = since.filter(({ key }) => !known.has(key));
		if (fresh.length > 0) throw new InvalidError(fresh.map(({ problem }) => problem));
		for (const { unit, correction, fields } of changes) {
			const pick = (from: Correction | Unit): Partial<Pick<Unit, CorrectableField>> =>
				Object.fromEntries(fields.map((field) => [field, from[field]]));
			await writeAudit(transaction, {
				actor,
				action: correctAction,
				subject: `unit:${unit.id}`,
				details: {
					code: unit.code,
					reason: reason.trim(),
					before: pick(unit),
					after: pick(correction),
				},
			});
		}
		if (changes.length > 0) await appendChanges(transaction, [{ type: 'structure' }]);
		const unitIds = moved.map(({ unit }) => unit.id);
		if (moved.length > 0) await rebuildLayers(transaction, { of: 'units', unitIds }, progress);
		return changes.map(({ unit }) => unit);
	});
}

async function lockUnits(
	database: Database,
	ids: readonly number[],
): Promise<ReadonlyMap<number, Unit>> {
	const units = await database
		.select(unitColumns)
		.from(adminUnit)
		.where(among(adminUnit.id, ids))
		.orderBy(adminUnit.id)
		.for('update');
	return new Map(units.map((unit) => [unit.id, unit]));
}

async function store(
	database: Database,
	id: number,
	{ name, kind, validTo }: Correction,
): Promise<void> {
	await database
		.update(adminUnit)
		.set({ name, kind, validTo, searchName: searchKey(name) })
		.where(eq(adminUnit.id, id));
}
