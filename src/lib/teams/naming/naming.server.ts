import { eq, sql } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import { mayActOn } from '../../accounts/access/may-act-on.server';
import type { Actor } from '../../contracts/accounts';
import { queryRows, type Database } from '../../server/db/client';
import { teamNaming } from '../../server/db/schema';
import { ForbiddenError, InvalidError } from '../../server/errors';
import { parseRows } from '../parse-rows';
import { NamingInput, type Naming } from './naming';
import { unitsAbove } from '../../server/db/unit-tree';

const asEverywhere: Naming = { labels: {}, zaloPatterns: {} };

/** The names that hold for a unit: those of the nearest unit above it that has its own. */
export async function readNaming(database: Database, unitId: number): Promise<Naming> {
	const [row] = await queryRows<Naming & Record<string, unknown>>(
		database,
		sql`select labels, zalo_patterns as "zaloPatterns"
			from ${unitsAbove(unitId)} line join team_naming on team_naming.unit_id = line.id
			order by line.depth limit 1`,
	);
	return row ?? asEverywhere;
}

/** What kinds of teams are called at all of these places: nothing of its own where they differ. */
export async function readCommonLabels(
	database: Database,
	places: readonly { unitIds: readonly number[] }[],
): Promise<Naming['labels']> {
	const rows = await database
		.select({ unitId: teamNaming.unitId, labels: teamNaming.labels })
		.from(teamNaming);
	const own = new Map(rows.map(({ unitId, labels }) => [unitId, labels]));
	const found = new Set(
		places.map(({ unitIds }) => own.get(unitIds.find((id) => own.has(id)) ?? 0)),
	);
	const [labels] = found;
	return found.size === 1 ? (labels ?? {}) : {};
}

/** The names that hold for places of anywhere, by the ids of the place and everything above it. */
export async function readNamings(
	database: Database,
): Promise<(unitIds: readonly number[]) => Naming> {
	const rows = await database.select().from(teamNaming);
	const own = new Map(rows.map((row) => [row.unitId, row]));
	return (unitIds) => own.get(unitIds.find((id) => own.has(id)) ?? 0) ?? asEverywhere;
}

/** The names that a province set itself. */
export async function readOwnNaming(database: Database, unitId: number): Promise<Naming> {
	const [row] = await database.select().from(teamNaming).where(eq(teamNaming.unitId, unitId));
	return row ?? asEverywhere;
}

/** @throws InvalidError, ForbiddenError */
export async function saveNaming(database: Database, actor: Actor, input: unknown): Promise<void> {
	const { parsed, problems } = parseRows(NamingInput, [input]);
	const [given] = parsed;
	if (!given) throw new InvalidError(problems);
	const { unitId } = given;
	const own = {
		labels: withoutEmpty(given.labels),
		zaloPatterns: withoutEmpty(given.zaloPatterns),
	};
	await database.transaction(async (transaction) => {
		if (!(await mayActOn(transaction, actor, ['administrator'], unitId)))
			throw new ForbiddenError('The account does not administer the unit.');
		await transaction
			.insert(teamNaming)
			.values({ unitId, ...own })
			.onConflictDoUpdate({ target: teamNaming.unitId, set: own });
		await writeAudit(transaction, {
			actor,
			action: 'teamNaming.save',
			subject: `unit:${unitId}`,
			details: own,
		});
	});
}

function withoutEmpty<Key extends string>(
	texts: Record<Key, string>,
): Partial<Record<Key, string>> {
	const kept: Partial<Record<Key, string>> = {};
	for (const key in texts) if (texts[key] !== '') kept[key] = texts[key];
	return kept;
}
