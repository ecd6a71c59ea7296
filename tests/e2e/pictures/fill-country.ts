import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addAccount } from '../../../src/lib/accounts/administration/add-account.server';
import { unitByCode } from '../../../src/lib/admin-units/home.server';
import { demoPassword } from '../../../src/lib/demo/accounts';
import { openDatabase } from '../../../src/lib/server/db/client';
import { prepareDatabase } from '../../../src/lib/server/db/prepare';
import { fillSmallCountry } from '../../fixtures/import/country';

/** A country of two provinces with an archipelago, its communes in every class: `tsx fill-country.ts FOLDER`. */
const [folder = ''] = process.argv.slice(2);
const handle = await openDatabase({ dataDirectory: folder });
try {
	const { database } = handle;
	await prepareDatabase(handle);
	const write = (name: string, content: string) => {
		writeFileSync(join(folder, name), content);
		return join(folder, name);
	};
	const able = '990 - (substr(unit.code, 4)::int * 370) % 890';
	await fillSmallCountry(database, write, { archipelago: true, able });
	const whole = await unitByCode(database, 'VN', '2026-11-05');
	if (!whole) throw new Error('The country was not stored.');
	await addAccount(database, null, {
		...{ name: 'lanhdao', displayName: 'Lãnh đạo', password: demoPassword },
		...{ passwordTemporary: false, grants: [{ role: 'viewer', unitId: whole.id }] },
	});
} finally {
	await handle.close();
}
