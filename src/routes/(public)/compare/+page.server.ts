import { loadComparison } from './load.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = loadComparison;
