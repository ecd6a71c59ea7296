import type { Actor } from '../../contracts/accounts';
import { toAddress } from '../../messages/addresses';
import type { Locale } from '../../messages/types';
import type { Database } from '../../server/db/client';
import { qrCode } from '../../server/qr';
import { issueLinks } from './issue-links.server';

/** Links for the accounts as slips to hand out: each with its address, also as a QR code. */
export async function issueSlips(
	database: Database,
	actor: Actor,
	names: readonly string[],
	{ origin, locale }: { origin: string; locale: Locale },
) {
	const links = await issueLinks(database, actor, names);
	const slips = links.map((link) => {
		const address = origin + toAddress(`/sign-in/code/${link.code}`, locale);
		return { ...link, address, qr: qrCode(address) };
	});
	return { slips, typedAt: new URL(origin).host + toAddress('/sign-in/code', locale) };
}
