import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { Action } from './choose';

/** What became of an action; `failed` = try again later, `refused` = the world is not as we thought. */
export type Outcome =
	| { kind: 'done'; line: string }
	| { kind: 'refused'; line: string }
	| { kind: 'failed'; line: string }
	| { kind: 'signedOut'; line: string };

const Accepted = v.object({ revision: v.number() });

/** Does it over the API, as that account, and notes in the unit what came of it. */
export async function perform(
	action: Action,
	url: string,
	tokens: Readonly<Record<string, string>>,
	signal: AbortSignal,
): Promise<Outcome> {
	const { account, unit, period } = action;
	const what = `${account} ${describe(action)} ${unit.unit} for ${period}`;
	let response: Response;
	let body: unknown;
	try {
		response = await fetch(`${url}${pathOf(action)}`, {
			method: 'POST',
			headers: {
				authorization: `Bearer ${tokens[account] ?? ''}`,
				'content-type': 'application/json',
				...(action.kind === 'submit' ? { 'idempotency-key': randomUUID() } : {}),
			},
			body: JSON.stringify(bodyOf(action)),
			signal: AbortSignal.any([signal, AbortSignal.timeout(20_000)]),
		});
		body = await response.json().catch(() => undefined);
	} catch (error) {
		return { kind: 'failed', line: `no answer from ${url}: ${reasonOf(error)}` };
	}
	if (response.status === 401)
		return { kind: 'signedOut', line: `the token of ${account} is refused` };
	if (response.status === 429 || response.status >= 500)
		return { kind: 'failed', line: `${url} answers ${response.status}` };
	if (!response.ok) {
		forget(action, response.status);
		return { kind: 'refused', line: `${what}: refused with ${response.status}` };
	}
	note(action, body);
	return { kind: 'done', line: what };
}

function pathOf(action: Action): string {
	return action.kind === 'submit'
		? '/api/v1/reports'
		: `/api/v1/reports/${encodeURIComponent(action.unit.unit)}/${action.period}/decision`;
}

function bodyOf(action: Action): unknown {
	if (action.kind === 'decide') {
		const { decision, revision, comment, cause } = action;
		return { decision, revision, comment, cause };
	}
	const { unit, period, figures, reason } = action;
	return { unit: unit.unit, period, householdSkills: figures, reason };
}

function note(action: Action, body: unknown): void {
	const { unit, period } = action;
	const report = unit.reports[period];
	if (action.kind === 'submit') {
		const answer = v.safeParse(Accepted, body);
		const revision = answer.success ? answer.output.revision : (report?.revision ?? 0) + 1;
		const { figures, cause } = action;
		unit.reports[period] = { revision, state: 'submitted', figures, ...(cause && { cause }) };
	} else if (report) report.state = action.decision === 'approve' ? 'approved' : 'returned';
}

/** Somebody else was faster (409): whatever they decided; anything else isn't ours to report on. */
function forget({ unit, period }: Action, status: number): void {
	const report = unit.reports[period];
	if (status === 409 && report) report.state = 'approved';
	else unit.reports = {};
}

function describe(action: Action): string {
	if (action.kind === 'decide') return action.decision === 'approve' ? 'approves' : 'returns';
	return action.unit.reports[action.period] === undefined ? 'reports' : 'corrects';
}

function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const { cause } = error;
	return cause instanceof Error && 'code' in cause ? String(cause.code) : error.message;
}
