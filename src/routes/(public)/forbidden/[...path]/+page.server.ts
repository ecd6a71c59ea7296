import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Shown in place of a page that the visitor may not open. */
export const load: PageServerLoad = () => error(403, 'forbidden');
