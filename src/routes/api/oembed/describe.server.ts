import { homeUnit, unitByCode } from '$lib/admin-units/home.server';
import { presentOrFormerCommune } from '$lib/admin-units/lineage/last-former-commune.server';
import type { Unit } from '$lib/contracts/admin-units';
import { embedSizes, iframeOf, leastWidth } from '$lib/contracts/embed';
import { isDay, localDay } from '$lib/contracts/local-time';
import { cardSize } from '$lib/contracts/picture-sizes';
import { loadMessages, loadOpenMessages } from '$lib/messages';
import { fromAddress, toAddress } from '$lib/messages/addresses';
import { createFormat } from '$lib/messages/format';
import { app } from '$lib/server/app';
import type { Database } from '$lib/server/db/client';

interface Asked {
	url: string;
	maxwidth?: number | undefined;
	maxheight?: number | undefined;
}

/** What stands in a frame, by the page that a link leads to or by the frame's own address. */
async function subjectOf(
	database: Database,
	path: string,
): Promise<{ kind: 'commune' | 'map'; unit: Unit; frame: string; card: string } | null> {
	const { homeUnit: homeCode } = app().config;
	const today = localDay(new Date());
	if (path === '/' || path === '/map' || path === '/embed/map') {
		const unit = await homeUnit(database, homeCode, today);
		return unit ? { kind: 'map', unit, frame: '/embed/map', card: '/card.png' } : null;
	}
	const [, code, day] =
		/^(?:\/embed)?\/commune\/(\d+)(?:-[a-z0-9-]*)?(?:\/(\d{4}-\d\d-\d\d))?$/.exec(path) ?? [];
	const unit = code && (await presentOrFormerCommune(database, code, today));
	if (!unit) return null;
	// A former commune's page has its last day in the address; no frame shows another one as of a day.
	if (day !== undefined && !(await isFormer(database, unit, { day, today }))) return null;
	const frame = `/embed/commune/${unit.code}`;
	return { kind: 'commune', unit, frame, card: `/commune/${unit.code}/card.png` };
}

const isFormer = async (database: Database, unit: Unit, on: { day: string; today: string }) =>
	unit.validTo !== null &&
	unit.validTo <= on.today &&
	isDay(on.day) &&
	(await unitByCode(database, unit.code, on.day))?.id === unit.id;

/** The answer of oEmbed; null for what isn't ours or has no frame. */
export async function describeEmbed(
	database: Database,
	origin: string,
	{ url, maxwidth = Infinity, maxheight = Infinity }: Asked,
): Promise<Record<string, string | number> | null> {
	const asked = new URL(url);
	if (asked.host !== new URL(origin).host || maxwidth < leastWidth) return null;
	const { locale, path } = fromAddress(asked.pathname);
	const subject = await subjectOf(database, path);
	if (!subject) return null;
	const [t, open] = [await loadMessages(locale), await loadOpenMessages(locale)];
	const name = createFormat(locale, t).unitName(subject.unit);
	const title = subject.kind === 'map' ? t.map.title(name) : open.embed.communeTitle(name);
	const width = Math.min(embedSizes[subject.kind].width, maxwidth);
	const height = Math.min(embedSizes[subject.kind].height, maxheight);
	const address = origin + toAddress(subject.frame, locale) + asked.search;
	return {
		...{ version: '1.0', type: 'rich', title, width, height, cache_age: 300 },
		...{ provider_name: t.common.product, provider_url: origin },
		html: iframeOf({ address, title, width, height }),
		thumbnail_url: origin + toAddress(subject.card, locale) + asked.search,
		...{ thumbnail_width: cardSize.width, thumbnail_height: cardSize.height },
	};
}
