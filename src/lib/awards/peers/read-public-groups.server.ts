import { sql, type SQL } from 'drizzle-orm';
import type { PlaceName } from '../../contracts/admin-units';
import { compareNames } from '../../contracts/text/name-order';
import { queryRows, type Database } from '../../server/db/client';

export interface GroupedCommune extends Record<string, unknown>, PlaceName {
	code: string;
}

export interface PublicGroup extends Record<string, unknown> {
	category: string;
	unitId: number;
	unit: PlaceName;
	/** The most alike first; `place` is a village's commune. */
	peers: (PlaceName & { place: PlaceName | null })[];
}

const communeOf = sql`case when unit.level = 'village' then unit.parent_id else unit.id end`;
const placeName = (of: SQL) => sql`jsonb_build_object('kind', ${of}.kind, 'name', ${of}.name)`;

/**
 * Peers as everybody may read them: the communes to choose from, and the groups of the one that is
 * chosen by its code; empty where there is none.
 */
export async function readPublicGroups(database: Database, seasonId: number, chosen: string) {
	const communes = await readGroupedCommunes(database, seasonId);
	const groups = chosen === '' ? [] : await readGroupsOf(database, seasonId, chosen);
	return { communes, chosen, groups };
}

/** Communes whose units have peers in a season, by name. */
async function readGroupedCommunes(
	database: Database,
	seasonId: number,
): Promise<GroupedCommune[]> {
	const communes = await queryRows<GroupedCommune>(
		database,
		sql`select commune.code, commune.kind, commune.name from admin_unit commune
			where commune.id in (
				select ${communeOf} from award_peer_group peers
				join award_category category on category.id = peers.category_id
				join admin_unit unit on unit.id = peers.unit_id
				where category.season_id = ${seasonId}
			) order by commune.code`,
	);
	return communes.sort((one, other) => compareNames(one.name, other.name));
}

/** With whom a commune, its team and the teams of its villages are compared in a season, as it holds now. */
const readGroupsOf = (
	database: Database,
	seasonId: number,
	communeCode: string,
): Promise<PublicGroup[]> =>
	queryRows<PublicGroup>(
		database,
		sql`with newest as (
				select distinct on (peers.category_id, peers.unit_id)
					peers.category_id, category.name as category, unit.id, unit.kind, unit.name, peers.peers
				from award_peer_group peers
				join award_category category on category.id = peers.category_id
				join admin_unit unit on unit.id = peers.unit_id
				join admin_unit commune on commune.id = ${communeOf}
				where category.season_id = ${seasonId} and commune.code = ${communeCode}
				order by peers.category_id, peers.unit_id, peers.id desc
			)
			select newest.category, newest.id as "unitId", ${placeName(sql`newest`)} as unit, (
				select jsonb_agg(${placeName(sql`peer`)} || jsonb_build_object(
						'place', case when peer.level = 'village' then ${placeName(sql`place`)} end
					) order by one.position)
				from unnest(newest.peers) with ordinality one (id, position)
				join admin_unit peer on peer.id = one.id left join admin_unit place on place.id = peer.parent_id
			) as peers
			from newest order by newest.category_id, newest.name, newest.id`,
	);
