import type { MapState } from '../../../contracts/map/states';
import type { Colouring } from '../../../contracts/map/colouring';
import { colourRows } from '../colouring/coloured-rows';
import type { ProvinceRow } from '../provinces';

/** Nothing beside its own row decides, as long as the colours are of an outline. */
const nothing = {
	...({ measure: 'allFive', target: null, checked: new Map() } as const),
	...{ figures: new Map(), earlier: new Map(), targets: new Map(), statuses: new Map() },
};

/** What a province is coloured by as a whole. */
export const colourOfProvince = (row: ProvinceRow, colouring: Colouring): MapState =>
	colourRows(
		[{ ...row, rank: null, receivedAt: null, approvedAt: null }],
		{ colouring, classing: 'fixed' },
		nothing,
	).coloured.get(row.unit.id)?.state ?? 'notRequired';
