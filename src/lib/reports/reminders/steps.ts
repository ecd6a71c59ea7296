import { dayLength } from '../../contracts/local-time';

/** When to remind of a deadline, in days from it; `escalation` is told to the level above. */
export interface ReminderRules {
	remindDaysBefore: readonly number[];
	remindDaysAfter: readonly number[];
	escalateAfterDays: number;
}

export interface ReminderStep {
	/** `-3`, `0`, `2`: days from the deadline. */
	days: number;
	escalation: boolean;
}

/**
 * The steps that are up at an instant. Each is up for a day, so that a server that was down for a
 * while still reminds, and one that was down for a week doesn't remind of everything at once.
 */
export function stepsAt(rules: ReminderRules, due: Date, now: Date): ReminderStep[] {
	const steps = [
		...rules.remindDaysBefore.map((days) => ({ days: -days, escalation: false })),
		{ days: 0, escalation: false },
		...rules.remindDaysAfter.map((days) => ({ days, escalation: false })),
		{ days: rules.escalateAfterDays, escalation: true },
	];
	return steps.filter(({ days }) => {
		const from = due.getTime() + days * dayLength;
		return now.getTime() >= from && now.getTime() < from + dayLength;
	});
}

/** What a page shows all the while: whether it is time to remind, or to tell the level above. */
export function urgencyAt(
	rules: ReminderRules,
	due: Date,
	now: Date,
): 'none' | 'soon' | 'overdue' | 'escalated' {
	const days = (now.getTime() - due.getTime()) / dayLength;
	if (days >= rules.escalateAfterDays) return 'escalated';
	if (days >= 0) return 'overdue';
	return -days <= Math.max(0, ...rules.remindDaysBefore) ? 'soon' : 'none';
}
