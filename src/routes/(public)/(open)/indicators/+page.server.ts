import { explainCatalogue } from '$lib/indicators/explain-catalogue';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { locale } }) => ({
	groups: explainCatalogue(locale),
});
