import type { AssignmentState } from '../contracts/plans';

export type TaskStanding = 'done' | 'doneLate' | 'open' | 'overdue';

/**
 * Where one unit stands with a task on a local day. The due day itself is still in time.
 * @param dueOn and doneOn: local days.
 */
export function standingOf(
	{ state, doneOn, dueOn }: { state: AssignmentState; doneOn: string | null; dueOn: string },
	today: string,
): TaskStanding {
	if (state === 'done') return doneOn !== null && doneOn > dueOn ? 'doneLate' : 'done';
	return dueOn < today ? 'overdue' : 'open';
}
