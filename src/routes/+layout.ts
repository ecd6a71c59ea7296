import {
	loadBaseMessages,
	loadEntryMessages,
	loadMessages,
	loadOpenMessages,
	loadWallMessages,
	loadWorkMessages,
} from '$lib/messages';
import type { LayoutLoad } from './$types';

/** Above pages that say what `loadOpenMessages` has. */
const openRoutes = [
	'/(public)/(open)',
	'/(public)/award-season',
	'/(public)/commune',
	'/(public)/method',
	'/(embed)',
];

export const load: LayoutLoad = async ({ data, route }) => {
	const isInternal = route.id?.startsWith('/(internal)') === true;
	const isEntry = route.id?.startsWith('/(internal)/entry') === true;
	const isWall = route.id?.startsWith('/(wall)') === true;
	const isOpen = openRoutes.some((above) => route.id?.startsWith(above));
	const [baseMessages, messages, workMessages, entryMessages, openMessages, wallMessages] =
		await Promise.all([
			loadBaseMessages(data.locale),
			isEntry ? null : loadMessages(data.locale),
			isInternal && !isEntry ? loadWorkMessages(data.locale) : null,
			isInternal ? loadEntryMessages(data.locale) : null,
			isOpen ? loadOpenMessages(data.locale) : null,
			isWall ? loadWallMessages(data.locale) : null,
		]);
	return {
		...data,
		baseMessages,
		messages,
		workMessages,
		entryMessages,
		openMessages,
		wallMessages,
	};
};
