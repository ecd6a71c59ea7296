import { replaceState } from '$app/navigation';
import { page } from '$app/state';

/** Browsers refuse addresses that change all the time. */
const pause = 250;

/**
 * Writes into the address what a reader has set by hand, without going anywhere; null: left out.
 * @param current that of the page: after a link it is written anew.
 * @returns what gives up waiting, for an effect.
 */
export function keepInAddress(
	current: URL,
	values: Readonly<Record<string, string | null>>,
): () => void {
	const timer = setTimeout(() => {
		const url = new URL(location.href);
		if (url.pathname !== current.pathname) return;
		for (const [name, value] of Object.entries(values))
			if (value === null) url.searchParams.delete(name);
			else url.searchParams.set(name, value);
		// eslint-disable-next-line svelte/no-navigation-without-resolve -- that of this very page
		if (url.href !== location.href) replaceState(url, { ...page.state, search: url.search });
	}, pause);
	return () => clearTimeout(timer);
}
