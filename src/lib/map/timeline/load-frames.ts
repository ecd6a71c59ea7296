import { loadLayer } from '../geometry/layer';
import { drawTopology, type Drawing } from '../geometry/projection';
import { fetchSeries } from './fetch-series';
import { framesOf, layerAddressOf, layersOf, type Frame } from './frames';

export interface FramesRequest {
	/** Where the series is. */
	seriesAddress: string;
	/** What is drawn already. */
	drawing: Drawing;
	layerAddress: string;
	groups: ReadonlyMap<number, number>;
}

/**
 * Fetches all months and all boundaries, and draws what the page has no drawing of.
 * @throws Error when something can't be had.
 */
export async function loadFrames(request: FramesRequest): Promise<Frame[]> {
	const { seriesAddress, drawing, layerAddress, groups } = request;
	const around = drawing.surroundings && { surroundings: drawing.surroundings };
	const series = await fetchSeries(seriesAddress);
	const drawings = await Promise.all(
		layersOf(series).map(async (layer): Promise<[string, Drawing]> => {
			const address = layerAddressOf(layer);
			if (address === layerAddress) return [layer, drawing];
			const drawn = drawTopology(await loadLayer(address), undefined, groups);
			// The ground stays while months are played: only areas change on it.
			return [layer, { ...drawn, ...around }];
		}),
	);
	return framesOf(series, new Map(drawings), groups);
}
