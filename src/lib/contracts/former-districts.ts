import type { Unit } from './admin-units';

/** Which districts the communes of a province lay in, or came from. */
export interface FormerDistricts {
	/** By name; none where nothing is known of any. */
	districts: Unit[];
	/** The one that all of a commune lay in, by its id; also of communes that are no more. */
	districtOf: [communeId: number, districtId: number][];
	/** Communes of land from several, and from which. */
	several: [communeId: number, districtIds: number[]][];
}
