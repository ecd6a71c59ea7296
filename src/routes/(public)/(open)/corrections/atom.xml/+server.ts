import { loadMessages, loadOpenMessages } from '$lib/messages';
import { toAddress } from '$lib/messages/addresses';
import { createFormat } from '$lib/messages/format';
import { listCorrections } from '$lib/open-data/corrections/list.server';
import { writeAtom } from '$lib/open-data/feed';
import { app } from '$lib/server/app';
import { linkOrigin } from '$lib/server/link-origin';
import type { RequestHandler } from './$types';

/** The newest corrections of published figures. */
export const GET: RequestHandler = async ({ locals: { handle, locale }, url }) => {
	const { database } = handle;
	const [t, open] = [await loadMessages(locale), await loadOpenMessages(locale)];
	const format = createFormat(locale, t);
	const { title, of: countOf, hidden, takenDown, why } = open.corrections;
	const link = linkOrigin(app().config, url) + toAddress('/corrections', locale);
	const asked = { homeCode: app().config.homeUnit, page: 1 };
	const { entries: corrections } = await listCorrections(database, asked);
	const count = (shown: (typeof corrections)[number]['counts'][number]['before']) =>
		shown === null
			? takenDown
			: countOf(
					shown.able === null ? hidden : format.number(shown.able),
					format.number(shown.base),
				);
	const entries = corrections.map(({ unit, period, number, at, cause, counts }) => ({
		...{ name: `${unit.code}/${unit.validFrom}/${period}/${number}`, link, at },
		title: `${format.unitName(unit)}, ${format.month(period)}`,
		text: [
			why(open.causes[cause]),
			...counts.map(
				({ measure, before, after }) =>
					`${t.common.measures[measure]}: ${count(before)} → ${count(after)}.`,
			),
		].join(' '),
	}));
	const head = {
		...{ name: 'corrections', author: t.common.product, rights: open.openData.licence.text },
		...{ title, link, address: `${link}/atom.xml` },
	};
	return new Response(writeAtom({ ...head, language: locale }, entries), {
		headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
	});
};
