import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../tests/database';
import { makeAccount, makeProvince } from '../../../tests/database/province';
import { ForbiddenError, NotFoundError } from '../server/errors';
import { reportableIn } from './reportable-in.server';
import { reportableCodes } from './rules.server';
import { switchIndicator } from './switch-indicator.server';

describeDatabase('an indicator that a province leaves out', (handle) => {
	it('is not asked below it, until it is switched on again', () =>
		rolledBack(handle(), async (database) => {
			const province = await makeProvince(database, { communes: 1, villages: 1 });
			const elsewhere = await makeProvince(database, { communes: 1, villages: 0, code: '97' });
			const { provinceId: unitId } = province;
			const chief = await makeAccount(database, 'chief', 'administrator', unitId);
			const village = province.communes[0]?.villages[0]?.id ?? 0;
			const other = elsewhere.communes[0]?.id ?? 0;
			const asked = async (...units: number[]) => [...(await reportableIn(database, units))];
			const code = 'outreachSessions';
			await switchIndicator(database, chief, { unitId, code, on: false });
			await switchIndicator(database, chief, { unitId, code, on: false });
			expect(await asked(village)).toEqual([...reportableCodes].filter((each) => each !== code));
			expect(await asked(other)).toContain(code);
			expect(await asked(village, other)).toContain(code);
			await switchIndicator(database, chief, { unitId, code, on: true });
			expect(await asked(village)).toEqual([...reportableCodes]);
		}));

	it('is decided by administrators of the unit, and never of the core', () =>
		rolledBack(handle(), async (database) => {
			const { provinceId, communes, approver } = await makeProvince(database, {
				communes: 1,
				villages: 0,
			});
			const local = await makeAccount(database, 'local', 'administrator', communes[0]?.id ?? 0);
			const off = { unitId: provinceId, code: 'outreachSessions', on: false };
			for (const actor of [approver, local])
				await expect(switchIndicator(database, actor, off)).rejects.toThrow(ForbiddenError);
			const chief = await makeAccount(database, 'chief', 'administrator', provinceId);
			const unknown = { ...off, code: 'skill1' };
			await expect(switchIndicator(database, chief, unknown)).rejects.toThrow(NotFoundError);
		}));
});
