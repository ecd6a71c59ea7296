import { error } from '@sveltejs/kit';
import { presentOrFormerCommune } from '$lib/admin-units/lineage/last-former-commune.server';
import { readMeasure } from '$lib/contracts/coverage';
import { localDay } from '$lib/contracts/local-time';
import { readingText } from '$lib/coverage/commune/reading-text';
import { listPublishedNews } from '$lib/coverage/record/list-published.server';
import { loadMessages, loadOpenMessages } from '$lib/messages';
import { toAddress } from '$lib/messages/addresses';
import { createFormat } from '$lib/messages/format';
import { writeAtom } from '$lib/open-data/feed';
import { app } from '$lib/server/app';
import { linkOrigin } from '$lib/server/link-origin';
import { communePath } from '../../path';
import type { RequestHandler } from './$types';

const mostEntries = 30;

/** What became public of a commune, the newest first. */
export const GET: RequestHandler = async ({ locals: { handle, locale }, params, url }) => {
	const { database } = handle;
	const code = params.unit.split('-')[0] ?? '';
	const today = localDay(new Date());
	const unit = await presentOrFormerCommune(database, code, today);
	if (!unit) error(404, 'notFound');
	const [t, { around, openData }] = [await loadMessages(locale), await loadOpenMessages(locale)];
	const format = createFormat(locale, t);
	const origin = linkOrigin(app().config, url);
	const link = origin + toAddress(communePath(unit, today), locale);
	const address = `${origin}${toAddress(`/commune/${code}`, locale)}/atom.xml`;
	const news = await listPublishedNews(database, unit.id, mostEntries);
	const entries = news.map(({ period, number, at, figures, register, corrected }) => {
		const text = readingText(readMeasure(figures, 'allFive', register), true, { t, format });
		const title = corrected ? around.feed.corrected : around.feed.published;
		return {
			...{ name: `${period}/${number}`, link: `${link}?thang=${period}`, at },
			...{ title: title(format.month(period)), text: `${t.common.measures.allFive}: ${text}` },
		};
	});
	const head = {
		...{ name: `commune/${unit.code}/${unit.validFrom}`, author: t.common.product },
		...{ title: around.feed.title(format.unitName(unit)), rights: openData.licence.text },
	};
	return new Response(writeAtom({ ...head, link, address, language: locale }, entries), {
		headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
	});
};
