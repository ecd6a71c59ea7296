import { app } from '$lib/server/app';
import { linkOrigin } from '$lib/server/link-origin';
import { lifetimes } from '$lib/server/lifetimes';
import { plainText } from '$lib/server/plain-text';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ url }) =>
	plainText(
		`User-agent: *\nDisallow: /api/\nSitemap: ${linkOrigin(app().config, url)}/sitemap.xml\n`,
		{ cacheControl: lifetimes.reading },
	);
