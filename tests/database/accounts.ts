import type { Actor, Role } from '../../src/lib/contracts/accounts';
import type { UnitKind, UnitLevel } from '../../src/lib/contracts/admin-units';
import { addAccount } from '../../src/lib/accounts/administration/add-account.server';
import { sessionIsValid } from '../../src/lib/accounts/sessions/session-is-valid.server';
import { hashSecret } from '../../src/lib/accounts/secret.server';
import { startSession } from '../../src/lib/accounts/sessions/start-session.server';
import type { Database } from '../../src/lib/server/db/client';
import { adminUnit } from '../../src/lib/server/db/schema';

const kinds: Record<UnitLevel, UnitKind> = {
	country: 'quocGia',
	province: 'tinh',
	district: 'huyen',
	commune: 'xa',
	village: 'thon',
	organisation: 'doanhNghiep',
};

/** A unit with the least that a unit needs; answers its id. */
export async function addUnit(
	database: Database,
	code: string,
	level: UnitLevel,
	parentId: number | null,
): Promise<number> {
	const [added] = await database
		.insert(adminUnit)
		.values({
			code,
			level,
			kind: kinds[level],
			name: code,
			searchName: code.toLowerCase(),
			parentId,
			validFrom: '2020-01-01',
		})
		.returning({ id: adminUnit.id });
	if (!added) throw new Error('The unit was not added.');
	return added.id;
}

export const testPassword = 'một câu đủ dài';

/** An account with one role, or with none. */
export function addTestAccount(
	database: Database,
	name: string,
	role: Role | null,
	unitId: number,
): Promise<number> {
	return addAccount(database, null, {
		name,
		displayName: `Tài khoản ${name}`,
		password: testPassword,
		passwordTemporary: false,
		grants: role ? [{ role, unitId }] : [],
	});
}

/** A session of the account without the work of signing in: its token, its hash and who it is. */
export async function openSession(
	database: Database,
	accountId: number,
): Promise<{ token: string; hash: string; actor: Actor }> {
	const token = await startSession(database, {
		accountId,
		userAgent: 'test',
		secondStep: true,
		replaces: null,
		now: new Date(),
	});
	const hash = hashSecret(token);
	const actor = (await sessionIsValid(database, [hash])).get(hash);
	if (!actor) throw new Error('The new session is not valid.');
	return { token, hash, actor };
}
