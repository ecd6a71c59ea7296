/** How far a unit is with a task that it was given. That it is overdue follows from the day. */
export const assignmentStates = ['open', 'done'] as const;
export type AssignmentState = (typeof assignmentStates)[number];

/** Whom a task is given to: the plan's own unit, or every unit of one level below it. */
export const taskAudiences = ['own', 'district', 'commune', 'village'] as const;
export type TaskAudience = (typeof taskAudiences)[number];

/** What a plan starts from. */
export const planTemplates = ['empty', 'buildTeams', 'teachSkills', 'coordinate'] as const;
export type PlanTemplate = (typeof planTemplates)[number];

/** What happens to a plan, in the words of its history. */
export type PlanChange =
	| 'drawnUp'
	| 'basisAdded'
	| 'basisRemoved'
	| 'taskAdded'
	| 'taskChanged'
	| 'taskDropped'
	| 'taskDone'
	| 'taskReopened';

/** What a task is about, as it is written into a plan; days are local days `YYYY-MM-DD`. */
export interface TaskContent {
	what: string;
	/** Who sees to it: a post or a body, never a citizen. */
	lead: string;
	/** Of a team's plan: which of its members does it. */
	memberId?: number | null;
	place: string;
	startsOn: string;
	/** The last day on which it is in time. */
	dueOn: string;
	/** What is there when it is done. */
	product: string;
}
