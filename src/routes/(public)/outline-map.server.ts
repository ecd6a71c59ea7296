import type { RequestEvent } from '@sveltejs/kit';
import type { ExplorerData } from '$lib/coverage/explorer/view';
import { isOutlined, outlineOf, withoutCommunes } from '$lib/coverage/explorer/outline/outline';
import { readSelection } from '$lib/coverage/explorer/selection';
import { withoutAreas } from '$lib/map/geometry/outline';
import type { loadMap } from './load-map.server';

type LoadedMap = NonNullable<Awaited<ReturnType<typeof loadMap>>>;
export type PageMap = Omit<LoadedMap, 'outline'> & Pick<ExplorerData, 'outline'>;

/** The map of a country with its provinces alone: its communes are as many as make megabytes. */
export function outlineMap(map: LoadedMap, { url }: Pick<RequestEvent, 'url'>): PageMap {
	const selection = readSelection(url.searchParams, map.stream === 'internal');
	const { snapshot, picture } = map;
	if (!isOutlined(snapshot, selection)) return map;
	const inInset = new Set(picture?.drawing.insets.flatMap(({ ids }) => ids));
	return {
		...map,
		outline: outlineOf(snapshot, selection, { colouring: map.colouring, inInset }),
		snapshot: withoutCommunes(snapshot),
		picture: picture && { ...picture, drawing: withoutAreas(picture.drawing) },
	};
}
