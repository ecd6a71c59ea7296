import { localDay } from '$lib/contracts/local-time';
import { toAddress } from '$lib/messages/addresses';
import { locales } from '$lib/messages/types';
import { app } from '$lib/server/app';
import { linkOrigin } from '$lib/server/link-origin';
import { lifetimes } from '$lib/server/lifetimes';
import { listPaths } from './list-paths.server';
import type { RequestHandler } from './$types';

/** Every public page of today in both languages, each with its other one. */
export const GET: RequestHandler = async ({ locals: { handle }, url }) => {
	const today = localDay(new Date());
	const paths = await listPaths(handle.database, app().config.homeUnit, today);
	const origin = linkOrigin(app().config, url);
	const entries = paths.flatMap((path) => {
		const links = locales
			.map(
				(locale) =>
					`<xhtml:link rel="alternate" hreflang="${locale}" href="${origin}${toAddress(path, locale)}"/>`,
			)
			.join('');
		return locales.map(
			(locale) => `<url><loc>${origin}${toAddress(path, locale)}</loc>${links}</url>`,
		);
	});
	const namespaces =
		'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';
	return new Response(
		`<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${namespaces}>\n${entries.join('\n')}\n</urlset>\n`,
		{ headers: { 'content-type': 'application/xml', 'cache-control': lifetimes.reading } },
	);
};
