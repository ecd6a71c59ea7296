import type { Unit } from '../../contracts/admin-units';

/** Whose targets a unit's are to set: the level above passes them down, a province takes its own. */
export const deciderOf = ({
	id,
	level,
	parentId,
}: Pick<Unit, 'id' | 'level' | 'parentId'>): number =>
	level === 'country' || level === 'province' ? id : (parentId ?? id);
