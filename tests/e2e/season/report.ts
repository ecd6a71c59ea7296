import type { Page } from '@playwright/test';
import { expect } from '../fixtures';

const skills = ['skill1', 'skill2', 'skill3', 'skill4', 'skill5', 'allFive'];

/**
 * A commune's own report of a month, sent and approved; sent again, it corrects what was approved.
 * @param report of 400 households: those that can do everything, and those that can't and were helped.
 */
export async function reportMonth(
	{ address, reporter, approver }: { address: string; reporter: Page; approver: Page },
	report: { code: string; month: string; able: number; assisted?: number },
): Promise<void> {
	const { code, month, able, assisted = 0 } = report;
	const counts = Object.fromEntries(
		[...skills, 'vneid', 'serviceAccount'].map((field) => [field, able]),
	);
	const sent = await reporter.request.post('/api/v1/reports', {
		data: {
			...{ unit: code, period: month, reason: 'đếm lại từng nhà' },
			householdSkills: { ...counts, households: 400, assisted },
		},
		headers: { origin: address },
	});
	const { revision } = (await sent.json()) as { revision: number };
	const decided = await approver.request.post(`/api/v1/reports/${code}/${month}/decision`, {
		data: { decision: 'approve', revision },
		headers: { origin: address },
	});
	expect(await decided.json()).toMatchObject({ status: 'done' });
}
