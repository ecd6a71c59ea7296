import { error } from '@sveltejs/kit';
import { presentOrFormerCommune } from '$lib/admin-units/lineage/last-former-commune.server';
import { lastDayOf, localDay } from '$lib/contracts/local-time';
import type { CommuneEmbed } from '$lib/coverage/embed/view';
import { app } from '$lib/server/app';
import { askedVersion, pinnedTo } from '../../pinned.server';
import { liveCard, pinnedCard } from './card.server';
import type { PageServerLoad } from './$types';

/** A commune's card for another site; of a former one too, whose frame stays where it was put. */
export const load: PageServerLoad = async (event): Promise<{ embed: CommuneEmbed }> => {
	const { database } = event.locals.handle;
	const asked = askedVersion(event.url);
	const [code = ''] = event.params.unit.split('-');
	// Codes are borne again: a citation is about whoever bore it then.
	const day = asked ? lastDayOf(asked.period) : localDay(new Date());
	const unit = await presentOrFormerCommune(database, code, day);
	if (!unit) error(404, 'notFound');
	const { demo } = app().config;
	if (!asked) return { embed: await liveCard(event, unit, demo) };
	return { embed: pinnedCard(await pinnedTo(database, unit.id, asked), unit, demo) };
};
