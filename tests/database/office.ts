import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Actor } from '../../src/lib/contracts/accounts';
import type { UnitKind, UnitLevel } from '../../src/lib/contracts/admin-units';
import { syncCatalogue } from '../../src/lib/indicators/sync.server';
import { submitReports } from '../../src/lib/reports/intake/submit.server';
import { decideReports } from '../../src/lib/reports/review/decide.server';
import type { Database } from '../../src/lib/server/db/client';
import { adminUnit } from '../../src/lib/server/db/schema';
import { makeAccount } from './province';

export async function addUnit(
	database: Database,
	unit: { code: string; level: UnitLevel; kind: UnitKind; name: string; parentId: number | null },
) {
	const [added] = await database
		.insert(adminUnit)
		.values({ ...unit, searchName: unit.name.toLowerCase(), validFrom: '2020-01-01' })
		.returning();
	if (!added) throw new Error('The unit was not stored.');
	return added;
}

/** A number as the documents state it: `340`, `'>340'`, `'~1120'`. */
export type Given = number | `>${number}` | `~${number}`;

export function valuesOf(given: Record<string, Given>) {
	return Object.entries(given).map(([indicator, stated]) => {
		const text = String(stated);
		const mark = text.startsWith('>') ? '>' : text.startsWith('~') ? '~' : '=';
		return { indicator, value: Number(text.replace(/^[>~]/, '')), qualifier: mark };
	});
}

export interface Office {
	reporter: Actor;
	approver: Actor;
}

/** Enters figures as the units do, and approves them as the level above does. */
export async function reportAs(
	database: Database,
	{ reporter, approver }: Office,
	unit: string,
	period: string,
	given: Record<string, Given>,
	householdSkills?: Record<string, number>,
) {
	const now = new Date(`${period}-10T02:00:00Z`);
	const values = valuesOf(given);
	const input = { unit, period, values, ...(householdSkills ? { householdSkills } : {}) };
	const [result] = await submitReports(database, reporter, [input], { channel: 'form', now });
	expect(result, JSON.stringify(result)).toMatchObject({ status: 'accepted' });
	const revision = result?.status === 'accepted' ? result.revision : 0;
	const decision = { unit, period, decision: 'approve', revision, comment: '' } as const;
	const [decided] = await decideReports(database, approver, [decision], now);
	expect(decided).toMatchObject({ status: 'done' });
}

/** Where set, drafts are left there to be opened and looked at. */
export function leaveForReaders(name: string, content: Uint8Array) {
	const folder = process.env.DRAFTS_DIR;
	if (folder !== undefined) writeFileSync(join(folder, name), content);
}

/** A district in its province, with who reports and who approves. */
export async function makeDistrict(
	database: Database,
	district: string,
	province: string,
	codes = { province: '30', district: '293' },
) {
	await syncCatalogue(database);
	const country = await addUnit(database, {
		code: 'VN',
		level: 'country',
		kind: 'quocGia',
		name: 'Việt Nam',
		parentId: null,
	});
	const above = await addUnit(database, {
		code: codes.province,
		level: 'province',
		kind: 'tinh',
		name: province,
		parentId: country.id,
	});
	const unit = await addUnit(database, {
		code: codes.district,
		level: 'district',
		kind: 'huyen',
		name: district,
		parentId: above.id,
	});
	const office = {
		reporter: await makeAccount(database, 'bao-cao', 'reporter', above.id),
		approver: await makeAccount(database, 'duyet', 'approver', above.id),
	};
	return { unit, office };
}
