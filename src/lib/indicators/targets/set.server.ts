import { and, eq, isNull } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import { mayActOn } from '../../accounts/access/may-act-on.server';
import { validOn } from '../../admin-units/home.server';
import type { Actor } from '../../contracts/accounts';
import { localDay } from '../../contracts/local-time';
import { readConfig } from '../../server/config';
import { among } from '../../server/db/among';
import type { Database } from '../../server/db/client';
import { adminUnit, target } from '../../server/db/schema';
import { ForbiddenError, InvalidError, NotFoundError } from '../../server/errors';
import { parse } from '../../server/parse';
import { deciderOf } from './decider.server';
import { targetValues } from './schemas';

const shortestReason = 5;

/**
 * Sets targets of one indicator and year, each passed down by the level above its unit. Those that
 * stay as they are stay; a changed one replaces the earlier, which is kept with the reason.
 * @returns how many were set or taken back.
 * @throws InvalidError, ForbiddenError, NotFoundError for a unit of another day
 */
export async function setTargets(
	database: Database,
	actor: Actor,
	input: unknown,
	now: Date,
): Promise<number> {
	const parsed = parse(targetValues(readConfig().firstYear), input);
	return database.transaction(async (transaction) => {
		const unitIds = parsed.values.map(({ unitId }) => unitId);
		await requireDecider(transaction, actor, unitIds, now);
		const inForce = await readInForce(transaction, unitIds, parsed);
		const changes = parsed.values.flatMap(({ unitId, value }) => {
			const before = inForce.get(unitId);
			return value === (before?.value ?? null) ? [] : [{ unitId, value, before }];
		});
		const replaced = changes.flatMap(({ before }) => before?.id ?? []);
		if (replaced.length > 0 && parsed.reason.length < shortestReason)
			throw new InvalidError([
				{ field: 'reason', rule: 'reason', message: 'a changed target needs a reason' },
			]);
		if (changes.length === 0) return 0;
		if (replaced.length > 0)
			await transaction.update(target).set({ replacedAt: now }).where(among(target.id, replaced));
		const { indicatorCode, year } = parsed;
		await transaction.insert(target).values(
			changes.map(({ unitId, value, before }) => ({
				...{ unitId, value, indicatorCode, year },
				reason: before ? parsed.reason : '',
				setBy: actor.accountId,
				setAt: now,
			})),
		);
		await writeAudit(transaction, {
			actor,
			action: 'target.set',
			subject: `indicator:${indicatorCode}`,
			details: {
				year,
				targets: changes.map(({ unitId, value, before }) => ({
					...{ unitId, value },
					before: before?.value ?? null,
				})),
			},
		});
		return changes.length;
	});
}

async function requireDecider(
	database: Database,
	actor: Actor,
	unitIds: number[],
	now: Date,
): Promise<void> {
	const units = await database
		.select({ id: adminUnit.id, level: adminUnit.level, parentId: adminUnit.parentId })
		.from(adminUnit)
		.where(and(among(adminUnit.id, unitIds), validOn(localDay(now))));
	if (units.length < new Set(unitIds).size)
		throw new NotFoundError('One of the units is not there today.');
	for (const deciderId of new Set(units.map(deciderOf)))
		if (!(await mayActOn(database, actor, ['approver'], deciderId)))
			throw new ForbiddenError('This account sets no targets there.');
}

type InForce = { id: number; unitId: number; value: number | null };

async function readInForce(
	database: Database,
	unitIds: number[],
	{ indicatorCode, year }: { indicatorCode: string; year: number },
): Promise<Map<number, InForce>> {
	const rows = await database
		.select({ id: target.id, unitId: target.unitId, value: target.value })
		.from(target)
		.where(
			and(
				among(target.unitId, unitIds),
				eq(target.indicatorCode, indicatorCode),
				eq(target.year, year),
				isNull(target.replacedAt),
			),
		)
		.for('update');
	return new Map(rows.map((row) => [row.unitId, row]));
}
