import type { UnitKind } from '../../contracts/admin-units';

interface Named {
	id: number;
	kind: UnitKind;
	name: string;
}

/** A unit's peers as a season fixed them, and the other units of the category. */
export interface PeerGroup {
	unitId: number;
	peers: Named[];
	others: Named[];
}
