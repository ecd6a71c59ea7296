import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { Decision, ListedDecision, ReportInput } from '../schemas';
import { withDescriptions } from './field-descriptions.server';
import {
	decisionResultsSchema,
	faultSchema,
	reference,
	resultSchema,
} from './openapi-parts.server';
import { readingPaths } from './openapi-readings.server';
import { reportPaths } from './openapi-reports.server';

/** JSON Schema of what may be sent. Checks across fields can't be said in it; texts name them. */
const inputSchema = (schema: GenericSchema) => {
	const { $schema: _, ...rest } = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
	return withDescriptions(rest);
};
/** The API as OpenAPI 3.1, from the very schemas that validate. */
export function describeApi() {
	return {
		openapi: '3.1.0',
		info: {
			title: 'Nhịp Số',
			version: '1',
			description: 'Reports of community digital technology teams in, approved coverage out.',
		},
		paths: { ...reportPaths, ...readingPaths },
		components: {
			securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
			schemas: {
				Report: inputSchema(ReportInput),
				Decision: inputSchema(Decision),
				ListedDecision: inputSchema(ListedDecision),
				DecisionResults: decisionResultsSchema,
				Result: resultSchema,
				BatchResult: {
					type: 'object',
					required: ['accepted', 'rejected', 'results'],
					properties: {
						accepted: { type: 'integer' },
						rejected: { type: 'integer' },
						results: { type: 'array', items: reference('Result') },
					},
				},
				Fault: faultSchema,
				Problem: {
					type: 'object',
					required: ['status', 'code'],
					properties: {
						type: { type: 'string' },
						status: { type: 'integer' },
						code: { type: 'string' },
						detail: { type: 'string' },
						problems: { type: 'array', items: reference('Fault') },
					},
				},
			},
		},
	};
}
