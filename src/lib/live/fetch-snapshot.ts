import type { Snapshot } from '../contracts/events';
import type { Stream } from './connection';

/**
 * What is shown, read anew from the API.
 * @throws Error when there is no answer, so that it is asked again.
 */
export async function fetchSnapshot(shown: Snapshot, stream: Stream): Promise<Snapshot> {
	const query = new URLSearchParams({
		stream,
		period: shown.period.code,
		unit: shown.scope.code,
	});
	// Never from a browser's cache without asking: an older number would only have to be caught up with.
	const response = await fetch(`/api/v1/snapshot?${query}`, {
		cache: 'no-cache',
		signal: AbortSignal.timeout(20_000),
	});
	if (!response.ok) throw new Error(`No snapshot: HTTP ${response.status}`);
	return (await response.json()) as Snapshot;
}
