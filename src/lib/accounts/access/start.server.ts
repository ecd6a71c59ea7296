import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actor } from '../../contracts/accounts';
import { fromAddress, toAddress } from '../../messages/addresses';
import type { Database } from '../../server/db/client';
import { hasUnitsBelow } from '../leaders/leaders.server';
import { hasAreas } from './areas.server';
import { dutyOf, homeOf } from './duty';
import { menuOf, type Menu } from './menu';
import { mayOpen } from './policy.server';

/**
 * The product's start, `/`, is the map for visitors and leads whoever is signed in to their own page;
 * these find the map at `/map`. An address that asks for something, a month say, is the map's.
 */
export async function leadFromStart({
	locals: { actor, handle, locale },
	url,
}: Pick<RequestEvent, 'locals' | 'url'>): Promise<void> {
	const atMap = fromAddress(url.pathname).path === '/map';
	if (!actor && atMap) redirect(303, toAddress('/', locale) + url.search);
	if (!actor || atMap || url.search !== '') return;
	const about = await readSurroundings(handle.database, actor);
	redirect(303, toAddress(homeOf(dutyOf(actor.grants, about), about), locale));
}

/** What the actor is offered in the header of every page. */
export async function readMenu(database: Database, actor: Actor): Promise<Menu> {
	const about = await readSurroundings(database, actor);
	return menuOf(dutyOf(actor.grants, about), (route) => mayOpen(route, actor), about);
}

const readSurroundings = async (database: Database, actor: Actor) => ({
	hasUnitsBelow: await hasUnitsBelow(database, actor),
	hasAreas: await hasAreas(database, actor),
});
