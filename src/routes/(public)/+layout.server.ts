import { app } from '$lib/server/app';
import { linkOrigin } from '$lib/server/link-origin';
import type { LayoutServerLoad } from './$types';

/** What addresses begin with that are read elsewhere: previews of links, files of data, embeds. */
export const load: LayoutServerLoad = ({ url }) => ({ origin: linkOrigin(app().config, url) });
