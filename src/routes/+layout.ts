import { loadBaseMessages, loadEntryMessages, loadMessages, loadWorkMessages } from '$lib/messages';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data, route }) => {
	const isInternal = route.id?.startsWith('/(internal)') === true;
	const isEntry = route.id?.startsWith('/(internal)/entry') === true;
	const [baseMessages, messages, workMessages, entryMessages] = await Promise.all([
		loadBaseMessages(data.locale),
		isEntry ? null : loadMessages(data.locale),
		isInternal && !isEntry ? loadWorkMessages(data.locale) : null,
		isInternal ? loadEntryMessages(data.locale) : null,
	]);
	return { ...data, baseMessages, messages, workMessages, entryMessages };
};
