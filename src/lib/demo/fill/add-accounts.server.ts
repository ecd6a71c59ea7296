import { sql } from 'drizzle-orm';
import { addAccount } from '../../accounts/administration/add-account.server';
import type { Actor } from '../../contracts/accounts';
import { queryRows, type Database } from '../../server/db/client';
import { demoAccounts, demoPassword, type DemoAccount } from '../accounts';
import { plightsOf } from '../history/fates';
import { circuitOf } from '../history/history';
import { provinceCode } from '../province/identity';
import type { Province } from '../province/province';

/** Adds the demo's accounts. @returns who they act as, by name. */
export async function addAccounts(
	database: Database,
	province: Province,
): Promise<Map<string, Actor>> {
	const units = await queryRows<{ id: number; code: string; validFrom: string }>(
		database,
		sql`select id, code, valid_from::text as "validFrom" from admin_unit where level <> 'country'`,
	);
	const idOf = (code: string, validFrom?: string): number => {
		const unit = units.find(
			(each) => each.code === code && (validFrom === undefined || each.validFrom === validFrom),
		);
		if (!unit) throw new Error(`The demo has no unit ${code}.`);
		return unit.id;
	};
	const example = exampleOf(province);
	const unitsOf = ({ scope }: DemoAccount): number[] => {
		switch (scope.kind) {
			case 'province':
				return [idOf(provinceCode)];
			case 'circuit':
				return province.communes
					.filter((_, position) => circuitOf(position) === scope.circuit)
					.map(({ code, validFrom }) => idOf(code, validFrom));
			case 'commune':
				return [idOf(example.commune)];
			case 'village':
				return [idOf(example.village)];
			case 'organisation':
				return [idOf(scope.code)];
		}
	};
	const actors = new Map<string, Actor>();
	for (const account of demoAccounts) {
		const { name, displayName, role } = account;
		const grants = unitsOf(account).map((unitId) => ({ role, unitId }));
		const password = { password: demoPassword, passwordTemporary: false };
		const given = { name, displayName, grants, ...password };
		const accountId = await addAccount(database, null, given);
		actors.set(name, { accountId, name, displayName, grants });
	}
	return actors;
}

/** A commune that has still to report for the newest month, so that whoever tries the form has work. */
function exampleOf({ communes }: Province): { commune: string; village: string } {
	const plights = plightsOf(communes);
	const commune = communes.find(({ code }) => plights.get(code) === 'missing');
	const village = commune?.villages.find(({ team }) => team !== null);
	if (!commune || !village) throw new Error('No commune is missing its reports.');
	return { commune: commune.code, village: village.code };
}
