import type { Actor, Role } from '../../src/lib/contracts/accounts';
import { searchKey } from '../../src/lib/contracts/text/search-key';
import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../../src/lib/server/db/client';
import { account, roleGrant } from '../../src/lib/server/db/schema';

export interface TestProvince {
	countryId: number;
	provinceId: number;
	communes: { id: number; code: string; villages: { id: number; code: string }[] }[];
	reporter: Actor;
	approver: Actor;
}

interface MadeUnit extends Record<string, unknown> {
	id: number;
	code: string;
}

/** A country with one province, its communes and villages with teams, a reporter and an approver. */
export async function makeProvince(
	database: Database,
	{ communes, villages, code = '98' }: { communes: number; villages: number; code?: string },
): Promise<TestProvince> {
	const [country] = await insertUnits(database, [
		{ code: `VN${code}`, level: 'country', kind: 'quocGia', name: 'Việt Nam', parentId: null },
	]);
	const [province] = await insertUnits(database, [
		{ code, level: 'province', kind: 'tinh', name: 'Thử Nghiệm', parentId: country?.id ?? 0 },
	]);
	if (!country || !province) throw new Error('The province was not stored.');
	const made = await insertUnits(
		database,
		Array.from({ length: communes }, (_, index) => ({
			code: `${code}${String(index).padStart(3, '0')}`,
			level: 'commune',
			kind: 'xa',
			name: `Xã ${index}`,
			parentId: province.id,
		})),
	);
	const madeVillages = await insertUnits(
		database,
		made.flatMap(({ id, code: communeCode }) =>
			Array.from({ length: villages }, (_, index) => ({
				code: `${communeCode}-${String(index + 1).padStart(2, '0')}`,
				level: 'village',
				kind: 'thon',
				name: `Thôn ${index + 1}`,
				parentId: id,
			})),
		),
	);
	await database.execute(
		sql`insert into team (unit_id, name, founded_on, recorded_at)
			select id, 'Tổ ' || code, '2022-04-15', null from admin_unit where level = 'village' and code like ${`${code}%`}`,
	);
	const villagesOf = new Map<string, MadeUnit[]>();
	for (const village of madeVillages) {
		const commune = village.code.slice(0, -3);
		villagesOf.set(commune, [...(villagesOf.get(commune) ?? []), village]);
	}
	return {
		countryId: country.id,
		provinceId: province.id,
		communes: made.map(({ id, code: communeCode }) => ({
			id,
			code: communeCode,
			villages: villagesOf.get(communeCode) ?? [],
		})),
		reporter: await makeAccount(database, `reporter-${code}`, 'reporter', province.id),
		approver: await makeAccount(database, `approver-${code}`, 'approver', province.id),
	};
}

function insertUnits(
	database: Database,
	units: { code: string; level: string; kind: string; name: string; parentId: number | null }[],
): Promise<MadeUnit[]> {
	const rows = units.map((unit) => ({ ...unit, searchName: searchKey(unit.name) }));
	return queryRows<MadeUnit>(
		database,
		sql`insert into admin_unit (code, level, kind, name, search_name, parent_id, valid_from)
			select code, level, kind, name, "searchName", "parentId", '2020-01-01'
			from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
				as row (code text, level text, kind text, name text, "searchName" text, "parentId" int)
			returning id, code`,
	);
}

export async function makeAccount(
	database: Database,
	name: string,
	role: Role,
	unitId: number,
): Promise<Actor> {
	const [row] = await database
		.insert(account)
		.values({ name, displayName: name, passwordHash: 'none' })
		.returning();
	if (!row) throw new Error('The account was not stored.');
	await database.insert(roleGrant).values({ accountId: row.id, role, unitId });
	return { accountId: row.id, name, displayName: name, grants: [{ role, unitId }] };
}

/** A report that breaks no rule; the numbers follow from `able` and `households`. */
export function reportOf(unit: string, period: string, able: number, households: number) {
	return {
		unit,
		period,
		householdSkills: {
			households,
			skill1: able,
			skill2: able,
			skill3: able,
			skill4: able,
			skill5: able,
			allFive: able,
			assisted: 0,
			vneid: households,
			serviceAccount: able,
		},
	};
}
