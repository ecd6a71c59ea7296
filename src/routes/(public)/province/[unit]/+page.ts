import { mapPart } from '../../map-part';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => {
	await mapPart.beforePage();
	return data;
};
