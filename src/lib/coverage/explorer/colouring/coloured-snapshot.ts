import type { Snapshot } from '../../../contracts/events';
import type { MapState } from '../../../contracts/map/states';
import { colouredRows } from './coloured-rows';
import { uncertainIn, type ColouringData } from './colouring';
import { communesOf, rowsOf } from '../live-communes';
import type { Selection } from '../selection';
import { minuteLength } from '../../../contracts/local-time';

export type Shown = Pick<Selection, 'measure' | 'colouring' | 'classing'>;

/** What each commune of a public map is coloured by. */
export function colouredOf(
	{ snapshot, colouring: beside }: { snapshot: Snapshot; colouring: ColouringData },
	shown: Shown,
) {
	const communes = communesOf(snapshot);
	const asked = { ...shown, basis: 'approved' } as const;
	const rows = rowsOf(communes, asked, Math.floor(Date.parse(snapshot.at) / minuteLength));
	const { coloured, classes } = colouredRows(communes, rows, asked, beside);
	return {
		...{ rows, coloured },
		states: new Map([...coloured].map(([id, { state }]): [number, MapState] => [id, state])),
		classes,
		uncertain: uncertainIn(rows, shown.colouring),
	};
}
