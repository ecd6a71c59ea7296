import { joined, officialDay, uncapitalised } from '../wording';

/** A task of a plan as a report tells of it. */
export interface PlannedTask {
	what: string;
	lead: string;
	/** Local days. */
	startsOn: string;
	dueOn: string;
	/** Null while it isn't done. */
	doneOn: string | null;
}

interface Days {
	startsOn: string;
	endsOn: string;
}

/** A report names so many tasks; the plan has them all. */
const mostTasks = 12;

/** With whom tasks were done that were finished within a span. */
export function coordinationText(tasks: readonly PlannedTask[], span: Days): string {
	const done = tasks.filter(({ doneOn }) => doneOn !== null && isWithin(doneOn, span));
	const leads = [...new Set(done.map(({ lead }) => trimmed(lead)))].filter((lead) => lead !== '');
	if (leads.length === 0) return '';
	const names = joined(leads.slice(0, mostTasks));
	return `Đã phối hợp với ${names} thực hiện các nhiệm vụ theo kế hoạch.`;
}

/** `Đã hoàn thành 5/8 nhiệm vụ đến hạn theo kế hoạch.` Nothing while none is done. */
export function doneText(tasks: readonly PlannedTask[], span: Days): string {
	const due = tasks.filter(({ dueOn }) => isWithin(dueOn, span));
	const done = due.filter(({ doneOn }) => doneOn !== null && doneOn <= span.endsOn);
	return done.length === 0
		? ''
		: `Đã hoàn thành ${done.length}/${due.length} nhiệm vụ đến hạn theo kế hoạch.`;
}

/** What was due by the end of a span and isn't done. */
export function overdueText(tasks: readonly PlannedTask[], span: Days): string {
	const late = tasks.filter((task) => task.dueOn <= span.endsOn && isOpenAfter(task, span));
	if (late.length === 0) return '';
	const named = late.slice(0, mostTasks).map(({ what }) => uncapitalised(trimmed(what)));
	const more = late.length > named.length ? '; …' : '.';
	return `Còn ${late.length} nhiệm vụ theo kế hoạch chưa hoàn thành đúng hạn: ${named.join('; ')}${more}`;
}

/** What is to be done in the next span: what is left over first, then what falls into it. */
export function nextTasksText(tasks: readonly PlannedTask[], span: Days, next: Days): string {
	const open = tasks.filter((task) => isOpenAfter(task, span));
	const left = open
		.filter(({ dueOn }) => dueOn <= span.endsOn)
		.map(({ what }) => `Tiếp tục hoàn thành nhiệm vụ: ${uncapitalised(trimmed(what))}.`);
	const coming = open
		.filter(({ startsOn, dueOn }) => dueOn > span.endsOn && startsOn <= next.endsOn)
		.map(({ what, lead, dueOn }) => {
			const who = trimmed(lead) === '' ? '' : `${trimmed(lead)} thực hiện, `;
			return `${trimmed(what)} (${who}hoàn thành chậm nhất ngày ${officialDay(dueOn)}).`;
		});
	return [...left, ...coming]
		.slice(0, mostTasks)
		.map((line) => `- ${line}`)
		.join('\n');
}

const isWithin = (day: string, { startsOn, endsOn }: Days) => startsOn <= day && day <= endsOn;
const isOpenAfter = ({ doneOn }: PlannedTask, { endsOn }: Days) =>
	doneOn === null || doneOn > endsOn;
const trimmed = (text: string) => text.trim().replace(/[.;,\s]+$/, '');
