import type { GeometryCollection, Topology } from 'topojson-specification';

/** A file of boundaries: its areas share their borders, and each has the number it goes by among its properties. */
export type Layer = Topology<{ units: GeometryCollection<{ id: number }> }>;
export type LayerArea = Layer['objects']['units']['geometries'][number];

export const idOf = ({ properties }: LayerArea): number =>
	properties && 'id' in properties ? properties.id : NaN;

const loaded = new Map<string, Promise<Layer>>();

/** Fetched once: the content never changes under an address that holds its hash. */
export function loadLayer(address: string): Promise<Layer> {
	const layer = loaded.get(address);
	if (layer) return layer;
	const request = fetchLayer(address);
	loaded.set(address, request);
	request.catch(() => loaded.delete(address));
	return request;
}

async function fetchLayer(address: string): Promise<Layer> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`No boundaries: HTTP ${response.status}`);
	return (await response.json()) as Layer;
}
