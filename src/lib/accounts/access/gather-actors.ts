import type { Actor, Role } from '../../contracts/accounts';

/** One row per grant, or a single one without role and unit for an account that has none. */
export interface ActorRow {
	key: string;
	accountId: number;
	name: string;
	displayName: string;
	role: Role | null;
	unitId: number | null;
	onBehalfOf: number | null;
}

export function gatherActors(rows: readonly ActorRow[]): Map<string, Actor> {
	const actors = new Map<string, Actor>();
	for (const { key, accountId, name, displayName, role, unitId, onBehalfOf } of rows) {
		const actor = actors.get(key) ?? { accountId, name, displayName, grants: [] };
		if (role !== null && unitId !== null)
			actor.grants.push({ role, unitId, ...(onBehalfOf === null ? {} : { onBehalfOf }) });
		actors.set(key, actor);
	}
	return actors;
}
