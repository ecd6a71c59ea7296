import { and, eq, or, sql } from 'drizzle-orm';
import type { Unit } from '../../contracts/admin-units';
import type { Database } from '../../server/db/client';
import { adminUnit } from '../../server/db/schema';
import { unitsBelow } from '../../server/db/unit-tree';
import { unitColumns } from '../home.server';
import { readSearchText } from './typed-keys';

/**
 * The units of a day below one that somebody means: the one with that code, else those with that name,
 * with its kind or without, with accents or without.
 */
export async function findBelow(
	database: Database,
	aboveId: number,
	text: string,
	day: string,
): Promise<Unit[]> {
	const { typed, key, bare, kind } = readSearchText(text);
	const isNamed = (name: string) => sql`translate(${adminUnit.searchName}, 'y', 'i') = ${name}`;
	const found = await database
		.select(unitColumns)
		.from(adminUnit)
		.innerJoin(sql`${unitsBelow(aboveId, { on: day })} below`, sql`below.id = ${adminUnit.id}`)
		.where(
			and(
				sql`below.depth > 0`,
				or(
					eq(adminUnit.code, typed),
					isNamed(key),
					kind && and(isNamed(bare), eq(adminUnit.kind, kind)),
				),
			),
		)
		.orderBy(adminUnit.code);
	const bearer = found.filter(({ code }) => code === typed);
	return bearer.length > 0 ? bearer : found;
}
