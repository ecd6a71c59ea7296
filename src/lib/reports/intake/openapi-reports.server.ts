import { largestBatch, reportInputExample } from '../schemas';
import { answerOf, jsonBody, pathParameter, reference, refused } from './openapi-parts.server';

const refusedUnread = {
	401: refused('No valid session or bearer token.'),
	403: refused('The account lacks the role for this unit.'),
	413: refused('The body is longer than 2 MiB.'),
};
/** How reports come in and are decided on. */
export const reportPaths = {
	'/api/v1/reports': {
		post: {
			summary: `Submit one report or a batch of up to ${largestBatch}`,
			description:
				'Each report is taken or refused as a whole. Rules: all five ≤ each skill ≤ households; all five + assisted ≤ households; parts add up to their total; a fall of a cumulative count needs a reason; no period that has not begun; no more households than the register of the unit and its margin allow, unless the level above has explained it. A village is asked for less than its commune; what it sends of the rest is taken all the same. Every problem names the field, the rule and the numbers.',
			security: [{ token: [] }],
			parameters: [
				{
					name: 'Idempotency-Key',
					in: 'header',
					required: false,
					description: 'A repetition with the same key and body gets the first answer.',
					schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
				},
			],
			requestBody: jsonBody(
				{
					oneOf: [
						reference('Report'),
						{ type: 'array', items: reference('Report'), minItems: 1, maxItems: largestBatch },
					],
				},
				reportInputExample,
			),
			responses: {
				200: answerOf('A batch: one result for each report, in order.', reference('BatchResult')),
				201: answerOf('The report was stored.', reference('Result')),
				409: refused('The Idempotency-Key was used for another request.'),
				422: answerOf('The report breaks rules; nothing was stored.', {
					oneOf: [reference('Result'), reference('Problem')],
				}),
				...refusedUnread,
			},
		},
	},
	'/api/v1/reports/{unit}/{period}/decision': {
		post: {
			summary: 'Approve or return the newest revision of a report',
			security: [{ token: [] }],
			parameters: [pathParameter('unit', '99001-01'), pathParameter('period', '2026-10')],
			requestBody: jsonBody(reference('Decision'), { decision: 'approve', revision: 1 }),
			responses: {
				200: answerOf('Done.'),
				404: refused('There is no such report.'),
				409: refused('A newer revision has come in, or this one was decided on.'),
				422: refused('The decision is not valid.'),
				...refusedUnread,
			},
		},
	},
	'/api/v1/decisions': {
		post: {
			summary: `Approve or return up to ${largestBatch} reports, each by itself`,
			security: [{ token: [] }],
			requestBody: jsonBody(
				{
					type: 'array',
					items: reference('ListedDecision'),
					minItems: 1,
					maxItems: largestBatch,
				},
				[{ unit: '99001-01', period: '2026-10', decision: 'approve', revision: 1 }],
			),
			responses: {
				200: answerOf('One result for each decision, in order.', reference('DecisionResults')),
				422: refused('A decision is not valid: none was carried out.'),
				...refusedUnread,
			},
		},
	},
};
