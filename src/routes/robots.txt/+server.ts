import { text } from '@sveltejs/kit';
import { app } from '$lib/server/app';
import { linkOrigin } from '$lib/server/link-origin';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ url }) =>
	text(`User-agent: *\nDisallow: /api/\nSitemap: ${linkOrigin(app().config, url)}/sitemap.xml\n`);
