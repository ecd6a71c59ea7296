import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince } from '../../../../tests/database/province';
import type { Database } from '../../server/db/client';
import { readContacts } from './read-contacts.server';
import { saveContact } from './save-contact.server';

const now = new Date('2026-11-20T03:00:00Z');
const office = {
	office: 'Sở Khoa học và Công nghệ',
	phone: '1022; 0200 999 1022',
	email: 'hoi-dap@example.vn',
	hours: '7 giờ 30 – 17 giờ, thứ Hai đến thứ Sáu',
};

describeDatabase('offices that citizens may ask', (handle) => {
	const setUp = async (database: Database) => {
		const { provinceId, communes } = await makeProvince(database, { communes: 2, villages: 1 });
		const [first, second] = communes;
		if (!first || !second) throw new Error('The province has communes.');
		return {
			...{ provinceId, first, second },
			ofProvince: await makeAccount(database, 'ofProvince', 'administrator', provinceId),
			ofCommune: await makeAccount(database, 'ofCommune', 'administrator', first.id),
		};
	};

	it('are shown from the nearest on up, until every field is emptied', () =>
		rolledBack(handle(), async (database) => {
			const { provinceId, first, second, ofProvince, ofCommune } = await setUp(database);
			await saveContact(database, ofProvince, provinceId, office, now);
			const own = { office: 'UBND xã', phone: '0200 999 100', email: '', hours: '' };
			expect(await saveContact(database, ofCommune, first.id, own, now)).toBe('saved');
			const names = async (unitId: number) =>
				(await readContacts(database, unitId)).map((contact) => contact.office);
			expect(await names(first.id)).toEqual(['UBND xã', office.office]);
			expect(await names(second.id)).toEqual([office.office]);
			expect(await readContacts(database, second.id)).toMatchObject([office]);

			const empty = { office: '', phone: '', email: '', hours: '' };
			expect(await saveContact(database, ofCommune, first.id, empty, now)).toBe('removed');
			expect(await names(first.id)).toEqual([office.office]);
		}));

	it('name a channel of support on the web, for people and teams', () =>
		rolledBack(handle(), async (database) => {
			const { provinceId, first, ofProvince } = await setUp(database);
			const channel = 'https://zalo.me/0000000000';
			const only = { office: 'Chính quyền điện tử', phone: '', email: '', hours: '', channel };
			await saveContact(database, ofProvince, provinceId, only, now);
			expect(await readContacts(database, first.id)).toMatchObject([{ channel }]);
			await expect(
				saveContact(database, ofProvince, provinceId, { ...only, channel: 'javascript:x' }, now),
			).rejects.toMatchObject({ problems: [{ field: 'channel', rule: 'channel' }] });
		}));

	it('are kept by administrators of the unit alone', () =>
		rolledBack(handle(), async (database) => {
			const { provinceId, second, ofCommune } = await setUp(database);
			for (const unitId of [provinceId, second.id])
				await expect(saveContact(database, ofCommune, unitId, office, now)).rejects.toMatchObject({
					status: 403,
				});
		}));

	it.each([
		['a name', { office: '' }, 'office', 'office'],
		['a way to reach them', { phone: '', email: '' }, 'phone', 'way'],
		['digits', { phone: 'gọi cô Lan' }, 'phone', 'phone'],
		['an address', { email: 'hoi-dap' }, 'email', 'email'],
		['brevity', { hours: 'x'.repeat(81) }, 'hours', 'tooLong'],
	])('need %s', (_, changed, field, rule) =>
		rolledBack(handle(), async (database) => {
			const { provinceId, ofProvince } = await setUp(database);
			await expect(
				saveContact(database, ofProvince, provinceId, { ...office, ...changed }, now),
			).rejects.toMatchObject({ problems: [{ field, rule }] });
		}),
	);
});
