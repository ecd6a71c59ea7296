import type { MapSeries } from '../../../contracts/map/series';
import { fetchSeries } from '../../../map/timeline/fetch-series';

/**
 * Lines of single communes, from the series that the map plays: it is fetched when a commune is
 * pointed at first, and anew for another measure or month.
 */
export class PointedLines {
	#loaded = $state.raw<{ address: string; series: MapSeries } | null>(null);
	#asked: string | null = null;
	readonly #address: () => string | null;

	/**
	 * @param address where the series is; null where what the map shows is no published figure.
	 * @param pointed the commune that is pointed at.
	 */
	constructor(address: () => string | null, pointed: () => number | null) {
		this.#address = address;
		$effect(() => {
			const wanted = address();
			if (wanted === null || pointed() === null || this.#asked === wanted) return;
			this.#asked = wanted;
			void this.#load(wanted);
		});
	}

	/** Null until it is there. */
	get series(): MapSeries | null {
		return this.#loaded?.address === this.#address() ? this.#loaded.series : null;
	}

	/** What can't be had is asked for again when the next commune is pointed at. */
	async #load(address: string): Promise<void> {
		const series = await fetchSeries(address).catch(() => null);
		if (this.#asked !== address) return;
		if (series) this.#loaded = { address, series };
		else this.#asked = null;
	}
}
