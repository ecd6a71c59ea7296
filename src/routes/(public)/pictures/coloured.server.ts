import type { MapState } from '$lib/contracts/map-states';
import { colouredRows } from '$lib/coverage/explorer/coloured-rows';
import { uncertainIn } from '$lib/coverage/explorer/colouring';
import { communesOf, rowsOf } from '$lib/coverage/explorer/live-communes';
import type { Selection } from '$lib/coverage/explorer/selection';
import type { loadMap } from '../load-map.server';

export type Drawn = NonNullable<Awaited<ReturnType<typeof loadMap>>>;
export type Shown = Pick<Selection, 'measure' | 'colouring' | 'classing'>;

/** What each commune of a public map is coloured by. */
export function colouredOf(
	{ snapshot, colouring: beside }: Pick<Drawn, 'snapshot' | 'colouring'>,
	shown: Shown,
) {
	const communes = communesOf(snapshot);
	const asked = { ...shown, basis: 'approved' } as const;
	const rows = rowsOf(communes, asked, Math.floor(Date.parse(snapshot.at) / 60_000));
	const { coloured, classes } = colouredRows(communes, rows, asked, beside);
	return {
		...{ rows, coloured },
		states: new Map([...coloured].map(([id, { state }]): [number, MapState] => [id, state])),
		classes,
		uncertain: uncertainIn(rows, shown.colouring),
	};
}
