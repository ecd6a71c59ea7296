import { describe, expect, it } from 'vitest';
import { localDay, startOfDay } from '../../contracts/local-time';
import { isCumulative, reportableCodes, totals } from '../../indicators/rules.server';
import { checkReport, toEarlier, type EarlierReport } from '../../reports/intake/checks';
import { dueInstant, parsePeriod } from '../../reports/periods/deadlines';
import { imagineDemo, type Demo } from '../imagine';
import { buildGround } from '../province/communes';
import { villageDueDay } from './times';

const ground = buildGround();
const catalogue = {
	isReportable: (code: string) => reportableCodes.has(code),
	isCumulative,
	totals,
};

/** How each report stands at the end, by `unit period`. */
function replay({ happenings }: Demo) {
	const standing = new Map<
		string,
		{ revision: number; state: string; at: Date; reason?: string }
	>();
	for (const happening of happenings)
		if (happening.kind === 'submit')
			for (const report of happening.reports) {
				const key = `${report.unit} ${report.period}`;
				const revision = (standing.get(key)?.revision ?? 0) + 1;
				const { reason } = report;
				standing.set(key, {
					revision,
					state: 'submitted',
					at: happening.at,
					...(reason ? { reason } : {}),
				});
			}
		else
			for (const { unit, period, revision, decision } of happening.decisions) {
				const report = standing.get(`${unit} ${period}`);
				expect(report).toMatchObject({ revision, state: 'submitted' });
				if (report) report.state = decision === 'approve' ? 'approved' : 'returned';
			}
	return standing;
}

describe.each([
	'2026-11-22T05:00:00Z',
	'2026-11-27T17:05:00Z',
	'2027-01-01T02:00:00Z',
	'2028-02-29T10:00:00Z',
])('told at %s', (instant) => {
	const now = new Date(instant);
	const demo = imagineDemo(now, ground);
	const standing = replay(demo);
	const { latestDue, months } = demo.calendar;

	it('says to everybody why an approved report was replaced', () => {
		const approved = new Set<string>();
		const causes = new Set<string>();
		for (const happening of demo.happenings) {
			if (happening.kind !== 'decide') continue;
			for (const { unit, period, decision, cause } of happening.decisions) {
				const key = `${unit} ${period}`;
				expect(cause !== undefined).toBe(approved.has(key));
				if (cause) causes.add(cause);
				if (decision === 'approve') approved.add(key);
			}
		}
		expect([...causes].sort()).toEqual(['countedTwice', 'lateHouseholds', 'miscounted']);
	});

	it('goes over 24 whole months and knows nothing of the future', () => {
		const whole = months.filter((month) => month <= latestDue);
		expect(whole).toHaveLength(24);
		expect(months.length - whole.length).toBeLessThanOrEqual(1);
		const times = demo.happenings.map(({ at }) => at.getTime());
		expect(times).toEqual([...times].sort((one, other) => one - other));
		expect(Math.max(...times)).toBeLessThanOrEqual(now.getTime());
		for (const month of whole.slice(0, -1))
			expect([...standing.keys()].filter((key) => key.endsWith(month)).length).toBeGreaterThan(700);
	});

	it('breaks no rule of intake', () => {
		const last = new Map<string, EarlierReport>();
		for (const happening of demo.happenings) {
			if (happening.kind !== 'submit') continue;
			for (const report of happening.reports) {
				const isNew = report.period >= demo.calendar.mergerOn.slice(0, 7);
				const bearer = `${report.unit} ${parsePeriod(report.period)?.kind ?? ''} ${isNew}`;
				const latest = last.get(bearer);
				// A fall is explained in its month, so that none may come before the one that explains it.
				expect(report.period >= (latest?.period ?? '')).toBe(true);
				const earlier = latest && latest.period < report.period ? latest : undefined;
				expect(checkReport(report, earlier, catalogue)).toEqual([]);
				last.set(bearer, toEarlier(report));
			}
		}
	});

	it('sends the newest quarter that is due in its time, but for a few villages', () => {
		const { code } = demo.calendar.quarter;
		const due = startOfDay(villageDueDay(code));
		const ofQuarter = [...standing].filter(([key]) => key.endsWith(` ${code}`));
		const required = [...standing].filter(([key]) => key.endsWith(` ${latestDue}`)).length;
		expect(ofQuarter.length).toBeGreaterThan(0.9 * required);
		const onTime = ofQuarter.filter(([, { at }]) => at < due).length;
		expect(onTime).toBeGreaterThan(0.85 * ofQuarter.length);
		expect(onTime).toBeLessThan(ofQuarter.length);
	});

	it('leaves the newest month with some communes late, some missing, and the rest approved', () => {
		const span = parsePeriod(latestDue);
		const deadline = span ? dueInstant(span, 'commune') : now;
		const current = demo.province.communes.filter(({ validTo }) => validTo === null);
		const states = current.map(({ code }) => {
			const own = [...standing].filter(
				([key]) => key.startsWith(code) && key.endsWith(` ${latestDue}`),
			);
			if (own.length === 0) return 'missing';
			const tooLate = own.every(([, { at, state }]) => state === 'submitted' && at > deadline);
			if (tooLate) return 'waiting';
			return own.some(([, { state }]) => state === 'approved') ? 'approved' : 'other';
		});
		const count = (state: string) => states.filter((each) => each === state).length;
		expect(count('missing')).toBe(4);
		expect(count('waiting')).toBe(6);
		expect(count('approved')).toBe(90);
	});

	it('has reports late, missing, returned, corrected and fallen for a reason', () => {
		const submissions = demo.happenings.flatMap((each) =>
			each.kind === 'submit' ? each.reports.map((report) => ({ at: each.at, report })) : [],
		);
		const late = submissions.filter(
			({ at, report }) => at >= startOfDay(villageDueDay(report.period)),
		).length;
		expect(late / submissions.length).toBeGreaterThan(0.005);
		expect(late / submissions.length).toBeLessThan(0.15);
		const decisions = demo.happenings.flatMap((each) =>
			each.kind === 'decide' ? each.decisions : [],
		);
		expect(decisions.filter(({ decision }) => decision === 'return').length).toBeGreaterThan(50);
		const twice = [...standing.values()].filter(({ revision }) => revision > 1);
		expect(twice.length).toBeGreaterThan(100);
		const fallen = [...standing.values()].filter((each) => each.revision === 1 && each.reason);
		expect(fallen.length).toBeGreaterThan(30);
	});

	it('approves within three days and a half', () => {
		const received = new Map<string, Date>();
		for (const happening of demo.happenings)
			if (happening.kind === 'submit')
				for (const { unit, period } of happening.reports)
					received.set(`${unit} ${period}`, happening.at);
			else
				for (const { unit, period } of happening.decisions) {
					const since = received.get(`${unit} ${period}`)?.getTime() ?? 0;
					const days = (happening.at.getTime() - since) / 86_400_000;
					expect(days).toBeGreaterThan(0);
					expect(days).toBeLessThan(3.5);
				}
	});
});

it('runs into the present month', () => {
	const demo = imagineDemo(new Date('2026-11-22T05:00:00Z'), ground);
	const now = demo.happenings.filter(
		(each) => each.kind === 'submit' && each.reports.some(({ period }) => period === '2026-11'),
	);
	expect(now.length).toBeGreaterThan(2);
	expect(localDay(now[0]?.at ?? new Date(0)).slice(0, 7)).toBe('2026-11');
});
