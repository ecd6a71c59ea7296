import { localDay } from '$lib/contracts/local-time';
import { toAddress } from '$lib/messages/addresses';
import { describeCatalogue } from '$lib/open-data/files/dcat';
import { listEditions } from '$lib/open-data/files/list-editions.server';
import { app } from '$lib/server/app';
import { answer } from '$lib/server/http';
import { linkOrigin } from '$lib/server/link-origin';
import { answerReading } from '$lib/server/open-reading';
import { lifetimes } from '$lib/server/lifetimes';
import type { RequestHandler } from './$types';

/** What portals of open data collect: DCAT 3 as JSON-LD. */
export const GET: RequestHandler = ({ locals: { handle }, request, url, getClientAddress }) =>
	answer(() =>
		answerReading({ request, address: getClientAddress(), pace: 'files' }, async () => {
			const { config } = app();
			const listed = await listEditions(handle.database, config.homeUnit, localDay(new Date()));
			const address = linkOrigin(config, url) + toAddress('/data', 'vi');
			const described = describeCatalogue(address, listed.place?.name ?? '', listed.editions);
			return {
				tag: `"dcat-2-${listed.editions.map(({ number }) => number).join('-')}"`,
				headers: {
					'content-type': 'application/ld+json',
					'cache-control': lifetimes.reading,
				},
				read: () =>
					Promise.resolve(new TextEncoder().encode(JSON.stringify(described, null, '\t'))),
			};
		}),
	);
