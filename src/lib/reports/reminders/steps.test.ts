import { describe, expect, it } from 'vitest';
import { stepsAt, urgencyAt } from './steps';

const rules = { remindDaysBefore: [3, 1], remindDaysAfter: [1, 5], escalateAfterDays: 5 };
const due = new Date('2026-10-27T17:00:00Z');
const at = (days: number) => new Date(due.getTime() + days * 86_400_000);

describe('reminders', () => {
	it.each([
		[-3.01, []],
		[-3, [-3]],
		[-2.01, [-3]],
		[-2, []],
		[-1, [-1]],
		[0, [0]],
		[0.99, [0]],
		[1, [1]],
		[6, []],
	])('%d days from the deadline are %j', (days, expected) => {
		expect(stepsAt(rules, due, at(days)).map((step) => step.days)).toEqual(expected);
	});

	it('tell the level above once enough days have passed', () => {
		expect(stepsAt(rules, due, at(5.5))).toEqual([
			{ days: 5, escalation: false },
			{ days: 5, escalation: true },
		]);
	});

	it.each([
		[-4, 'none'],
		[-3, 'soon'],
		[-0.01, 'soon'],
		[0, 'overdue'],
		[4.99, 'overdue'],
		[5, 'escalated'],
	])('on a page %d days from the deadline: %s', (days, urgency) => {
		expect(urgencyAt(rules, due, at(days))).toBe(urgency);
	});
});
