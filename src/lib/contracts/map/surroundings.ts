import type { GeometryCollection, Topology } from 'topojson-specification';

/** The land around a unit, in WGS 84: neighbouring areas that share their borders, the unit itself left out. */
export type SurroundingLand = Topology<{ areas: GeometryCollection<{ name: string | null }> }>;
type Area = SurroundingLand['objects']['areas']['geometries'][number];

/** What a neighbour is called; null of what is left of an area that the unit itself is a part of. */
export const neighbourName = ({ properties }: Area): string | null =>
	properties && 'name' in properties ? properties.name : null;
