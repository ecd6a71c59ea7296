import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** An address that there is no page for is told so within the site, whose menu leads on. */
export const load: PageServerLoad = () => error(404, 'notFound');
