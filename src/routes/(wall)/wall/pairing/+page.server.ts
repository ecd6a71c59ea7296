import { fail, redirect } from '@sveltejs/kit';
import { toAddress } from '$lib/messages/addresses';
import { beginPairing } from '$lib/screens/begin-pairing.server';
import { readPairing } from '$lib/screens/read-pairing.server';
import { readScreenHash, setScreenCookie } from '$lib/screens/screen-cookie.server';
import { app } from '$lib/server/app';
import { textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import { linkOrigin } from '$lib/server/link-origin';
import { qrCode } from '$lib/server/qr';
import { shownPairingCode } from '$lib/contracts/screens';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { handle, locale, screen }, request, url }) =>
	pageData(async () => {
		if (screen) redirect(303, toAddress('/wall', locale) + url.search);
		const tokenHash = readScreenHash(request.headers.get('cookie'), url);
		const pairing = await readPairing(handle.database, tokenHash, new Date());
		const desk = linkOrigin(app().config, url) + toAddress('/administration/screens', locale);
		const address =
			pairing?.state === 'waiting' ? `${desk}?ma=${shownPairingCode(pairing.code)}` : desk;
		return { pairing, desk, qr: qrCode(address) };
	});

export const actions: Actions = {
	default: async ({ cookies, getClientAddress, locals, request, url, setHeaders }) => {
		const begun = await beginPairing(
			locals.handle.database,
			{
				address: getClientAddress(),
				userAgent: request.headers.get('user-agent') ?? '',
				entered: textFields(await request.formData()),
			},
			new Date(),
		);
		if ('wait' in begun) {
			setHeaders({ 'retry-after': String(begun.wait * 60) });
			return fail(429, begun);
		}
		setScreenCookie(cookies, url, begun.token);
		// Back to the page as it is asked for: with the scenes that the wall is to show.
		const { searchParams } = url;
		const query = new URLSearchParams([...searchParams].filter(([name]) => !name.startsWith('/')));
		redirect(303, url.pathname + (query.size > 0 ? `?${query}` : ''));
	},
};
