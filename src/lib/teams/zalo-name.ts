import type { UnitKind } from '../contracts/admin-units';
import type { TeamLevel } from '../contracts/teams/teams';
import { common } from '../messages/vi/common';
import { zaloName } from './zalo';

interface NamedPlace {
	kind: UnitKind;
	name: string;
}

/** Zalo groups are named in Vietnamese, whatever the reader's language. */
const inVietnamese = (place: NamedPlace | null) =>
	place && `${common.kinds[place.kind]} ${place.name}`.trim();

/** The name that a pattern gives to the group of a team. */
export const zaloNameOf = (
	pattern: string,
	places: {
		unit: NamedPlace & { level: TeamLevel };
		commune: NamedPlace | null;
		district: NamedPlace | null;
	},
): string =>
	zaloName(pattern, {
		thon: places.unit.level === 'village' ? inVietnamese(places.unit) : null,
		xa: inVietnamese(places.commune),
		huyen: inVietnamese(places.district),
	});
