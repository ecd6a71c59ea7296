import { app } from '$lib/server/app';
import { loadComparison } from './load.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadComparison(event, app().config.homeUnit);
