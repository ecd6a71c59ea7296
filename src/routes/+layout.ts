import { loadMessages, loadWorkMessages } from '$lib/messages';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data, route }) => {
	const [messages, workMessages] = await Promise.all([
		loadMessages(data.locale),
		route.id?.startsWith('/(internal)') ? loadWorkMessages(data.locale) : null,
	]);
	return { ...data, messages, workMessages };
};
