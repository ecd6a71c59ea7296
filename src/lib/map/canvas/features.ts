import type { Feature, FeatureCollection, MultiLineString, Position } from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import type { Box } from '../geometry/boxes';
import { gather } from '../geometry/gather';
import { placeRing, type Inset } from '../geometry/inset';
import { idOf, type Layer } from '../geometry/layer';
import { project, unproject, type Bounds } from '../geometry/mercator';
import type { Point } from '../geometry/point';
import type { Drawing } from '../geometry/projection';
import { isPolygonal } from '../geometry/rings';

export interface Features {
	areas: FeatureCollection;
	/** What areas make up together, without what is in an inset. */
	groups: FeatureCollection;
	outline: MultiLineString;
}

/** What a canvas draws: the areas of a layer under their ids, those of insets in their frames. */
export function featuresOf(
	layer: Layer,
	drawing: Drawing,
	groupOf: ReadonlyMap<number, number>,
): Features {
	const { geometries } = layer.objects.units;
	const insetOf = new Map(drawing.insets.flatMap((inset) => inset.ids.map((id) => [id, inset])));
	const features = feature(layer, layer.objects.units).features.map((area, index): Feature => {
		const geometry = geometries[index];
		const id = geometry ? idOf(geometry) : NaN;
		const inset = insetOf.get(id);
		return { ...(inset ? placeArea(area, inset) : area), id };
	});
	const near = geometries.filter((geometry) => !insetOf.has(idOf(geometry)));
	const borders = mesh(
		layer,
		{ type: 'GeometryCollection', geometries: near },
		(one, other) => one === other,
	);
	const frames = drawing.insets.map(({ frame }) => frameOf(frame, drawing));
	return {
		areas: { type: 'FeatureCollection', features },
		groups: {
			type: 'FeatureCollection',
			features: [...gather(near, (area) => groupOf.get(idOf(area)))].map(([id, group]): Feature => {
				const geometry = merge(layer, group.filter(isPolygonal));
				return { type: 'Feature', id, properties: {}, geometry };
			}),
		},
		outline: { ...borders, coordinates: [...borders.coordinates, ...frames] },
	};
}

const toPoint = ([longitude = 0, latitude = 0]: Position): Point => [longitude, latitude];

function placeArea(area: Feature, inset: Inset): Feature {
	const { geometry } = area;
	const rings =
		geometry.type === 'Polygon'
			? geometry.coordinates
			: geometry.type === 'MultiPolygon'
				? geometry.coordinates.flat()
				: [];
	const placed = rings.map((ring) => {
		const points = placeRing(inset, ring.map(toPoint)).map(([x, y]) => [x, y]);
		return [[...points, ...points.slice(0, 1)]];
	});
	return { ...area, geometry: { type: 'MultiPolygon', coordinates: placed } };
}

/** A frame as a line in degrees. */
function frameOf({ left, top, right, bottom }: Box, { bounds, width }: Drawing): Position[] {
	const [west, north] = project([bounds[0], bounds[3]]);
	const unit = (project([bounds[2], bounds[3]])[0] - west) / width;
	const corners: Point[] = [
		[left, top],
		[right, top],
		[right, bottom],
		[left, bottom],
		[left, top],
	];
	return corners.map(([x, y]) => [...unproject([west + x * unit, north + y * unit])]);
}

/** West, south, east, north of an area. */
export function extentOf({ geometry }: Feature): Bounds {
	const rings =
		geometry.type === 'Polygon'
			? geometry.coordinates
			: geometry.type === 'MultiPolygon'
				? geometry.coordinates.flat()
				: [];
	const corners = rings.flat();
	const [longitudes, latitudes] = [
		corners.map(([longitude = 0]) => longitude),
		corners.map(([, latitude = 0]) => latitude),
	];
	const least = (values: readonly number[]) => values.reduce((one, other) => Math.min(one, other));
	const most = (values: readonly number[]) => values.reduce((one, other) => Math.max(one, other));
	return [least(longitudes), least(latitudes), most(longitudes), most(latitudes)];
}
