import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../../server/db/client';
import { isoInstant } from '../../server/db/instant';

/** The peers of a category's units as they hold; empty before they are fixed. */
export async function readPeerGroups(
	database: Database,
	categoryId: number,
): Promise<Map<number, number[]>> {
	const rows = await queryRows<{ unitId: number; peers: number[] }>(
		database,
		sql`select distinct on (unit_id) unit_id as "unitId", to_jsonb(peers) as peers from award_peer_group
			where category_id = ${categoryId} order by unit_id, id desc`,
	);
	return new Map(rows.map(({ unitId, peers }) => [unitId, peers]));
}

export async function arePeersFixed(database: Database, categoryId: number): Promise<boolean> {
	const [one] = await queryRows(
		database,
		sql`select 1 from award_peer_group where category_id = ${categoryId} limit 1`,
	);
	return one !== undefined;
}

export interface FixedPeers extends Record<string, unknown> {
	categoryId: number;
	category: string;
	/** ISO instant. */
	fixedAt: string;
	units: number;
}

export interface PeerChange extends Record<string, unknown> {
	id: number;
	category: string;
	unit: string;
	/** Names of the peers that joined and left. */
	added: string[];
	removed: string[];
	reason: string;
	/** ISO instant. */
	at: string;
}

/** What everybody may know of a season's peer groups: when they were fixed, and every change, newest first; who made it stands in the audit log. */
export async function readPublicPeers(
	database: Database,
	seasonId: number,
): Promise<{ fixed: FixedPeers[]; changes: PeerChange[] }> {
	const fixed = await queryRows<FixedPeers>(
		database,
		sql`select category.id as "categoryId", category.name as category,
				${isoInstant(sql`min(peers.set_at)`)} as "fixedAt", count(distinct peers.unit_id)::int as units
			from award_peer_group peers join award_category category on category.id = peers.category_id
			where category.season_id = ${seasonId} group by category.id order by category.id`,
	);
	const names = (of: ReturnType<typeof sql>, without: ReturnType<typeof sql>) =>
		sql`(select coalesce(jsonb_agg(named.name order by named.id), '[]') from admin_unit named
			where named.id = any(${of}) and not named.id = any(${without}))`;
	const changes = await queryRows<PeerChange>(
		database,
		sql`select change.id, category.name as category, unit.name as unit, change.reason,
				${isoInstant(sql`change.set_at`)} as at,
				${names(sql`change.peers`, sql`former.peers`)} as added,
				${names(sql`former.peers`, sql`change.peers`)} as removed
			from award_peer_group change
			join award_category category on category.id = change.category_id
			join admin_unit unit on unit.id = change.unit_id
			join lateral (select before.peers from award_peer_group before
				where before.category_id = change.category_id and before.unit_id = change.unit_id
					and before.id < change.id order by before.id desc limit 1) former on true
			where category.season_id = ${seasonId} order by change.id desc`,
	);
	return { fixed, changes };
}
