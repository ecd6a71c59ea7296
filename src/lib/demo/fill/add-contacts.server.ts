import { saveContact } from '../../admin-units/contacts/save-contact.server';
import { unitByCode } from '../../admin-units/home.server';
import type { Actor } from '../../contracts/accounts';
import { localDay } from '../../contracts/local-time';
import type { Database } from '../../server/db/client';
import { provinceCode } from '../province/identity';

/** Whom citizens of the made-up province may ask: numbers and addresses that nobody has. */
export async function addContacts(
	database: Database,
	administrator: Actor,
	now: Date,
): Promise<void> {
	const province = await unitByCode(database, provinceCode, localDay(now));
	if (!province) throw new Error('The demo has no province.');
	const contact = {
		office: 'Sở Khoa học và Công nghệ',
		phone: '0200 000 1022',
		email: 'hoi-dap@example.vn',
		channel: 'https://zalo.me/0000000000',
		hours: '7 giờ 30 – 17 giờ, thứ Hai đến thứ Sáu',
	};
	await saveContact(database, administrator, province.id, contact, now);
}
