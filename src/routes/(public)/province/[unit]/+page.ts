import { mapPage } from '../../map-page';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => {
	await mapPage.ready();
	return data;
};
