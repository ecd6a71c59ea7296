import { readReport } from '$lib/reports/review/read-report.server';
import { pageData } from '$lib/server/http';
import type { PageServerLoad } from './$types';

const fewestLines = 10;
const mostLines = 1000;

export const load: PageServerLoad = ({ locals, params, url }) =>
	pageData(async () => {
		if (!locals.actor) throw new Error('The route policy lets nobody in without an account.');
		const { unit, period, revisions, earlier } = await readReport(
			locals.handle.database,
			locals.actor,
			params,
		);
		const households =
			revisions[0]?.householdSkills.households ?? earlier?.householdSkills.households;
		const asked = Number(url.searchParams.get('dong') ?? households ?? 40);
		const lines = Number.isInteger(asked) ? asked : 40;
		return { unit, period, lines: Math.min(mostLines, Math.max(fewestLines, lines)) };
	});
