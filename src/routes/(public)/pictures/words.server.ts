import type { RequestEvent } from '@sveltejs/kit';
import { newestVersion } from '$lib/coverage/record/read-version.server';
import { loadMessages, loadOpenMessages } from '$lib/messages';
import { createFormat } from '$lib/messages/format';
import type { Locale } from '$lib/messages/types';
import { app } from '$lib/server/app';
import type { Database } from '$lib/server/db/client';
import { linkOrigin } from '$lib/server/link-origin';

export type Asked = Pick<RequestEvent, 'locals' | 'url'>;

/** Whoever asks: a picture goes from hand to hand, so it is drawn for somebody who isn't signed in. */
export const asVisitor = ({ locals, url }: Asked): Asked => ({
	locals: { ...locals, actor: null },
	url,
});

export async function wordsOf(locale: Locale) {
	const [t, open] = [await loadMessages(locale), await loadOpenMessages(locale)];
	return { locale, t, open, format: createFormat(locale, t) };
}
export type Words = Awaited<ReturnType<typeof wordsOf>>;

/** What stands above a picture. */
export const siteOf = ({ t }: Words): string[] => [
	t.common.product,
	...(app().config.demo ? [t.common.demoData] : []),
];

/** What stands below a picture: month, approval and change number of what it shows, and whose it is. */
export async function notesOf(
	database: Database,
	words: Words,
	{ unitId, month, url }: { unitId: number; month: string | null; url: URL },
): Promise<string[]> {
	const { open, format } = words;
	const version = month === null ? null : await newestVersion(database, unitId, month);
	return [
		...(month === null ? [] : [format.month(month)]),
		...(version
			? [
					open.pictures.approved(format.date(version.approvedAt)),
					open.pictures.number(String(version.number)),
				]
			: []),
		open.pictures.source,
		linkOrigin(app().config, url).replace(/^https?:\/\//, ''),
	];
}
