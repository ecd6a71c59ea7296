import type { MapSeries } from '../../contracts/map/series';

/** @throws Error when it can't be had. */
export async function fetchSeries(address: string): Promise<MapSeries> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`No series: HTTP ${response.status}`);
	return (await response.json()) as MapSeries;
}
