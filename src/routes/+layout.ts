import {
	loadAccountMessages,
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
	'/(public)/badge',
	'/(public)/commune',
	'/(public)/method',
	'/(public)/structure',
	'/(embed)',
];

export const load: LayoutLoad = async ({ data, route }) => {
	const isInternal = route.id?.startsWith('/(internal)') === true;
	const isEntry = route.id?.startsWith('/(internal)/entry') === true;
	const isDoor = route.id?.startsWith('/(public)/sign-in') === true;
	const isWall = route.id?.startsWith('/(wall)') === true;
	const isOpen = openRoutes.some((above) => route.id?.startsWith(above));
	const isBehindDoor = isInternal && !isEntry;
	const { locale } = data;
	const [
		baseMessages,
		messages,
		accountMessages,
		workMessages,
		entryMessages,
		openMessages,
		wallMessages,
	] = await Promise.all([
		loadBaseMessages(locale),
		isEntry ? null : loadMessages(locale),
		isDoor || isBehindDoor ? loadAccountMessages(locale) : null,
		isBehindDoor ? loadWorkMessages(locale) : null,
		isInternal ? loadEntryMessages(locale) : null,
		isOpen ? loadOpenMessages(locale) : null,
		isWall ? loadWallMessages(locale) : null,
	]);
	return {
		...data,
		baseMessages,
		messages,
		accountMessages,
		workMessages,
		entryMessages,
		openMessages,
		wallMessages,
	};
};
