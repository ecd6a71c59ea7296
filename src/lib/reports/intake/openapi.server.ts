import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { mapMeasures } from '../../contracts/coverage';
import { classings, colourings } from '../../contracts/map-colouring';
import {
	Decision,
	largestBatch,
	ListedDecision,
	ReportInput,
	reportInputExample,
} from '../schemas';
import { paces } from '../../server/open-reading';
import { withDescriptions } from './field-descriptions.server';
import {
	answerOf,
	decisionResultsSchema,
	faultSchema,
	jsonBody,
	openReading,
	pathParameter,
	queryParameter,
	reference,
	refused,
	resultSchema,
} from './openapi-parts.server';

/** JSON Schema of what may be sent. Checks across fields can't be said in it; texts name them. */
const inputSchema = (schema: GenericSchema) => {
	const { $schema: _, ...rest } = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
	return withDescriptions(rest);
};

const refusedUnread = {
	401: refused('No valid session or bearer token.'),
	403: refused('The account lacks the role for this unit.'),
	413: refused('The body is longer than 2 MiB.'),
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
		paths: {
			'/api/v1/reports': {
				post: {
					summary: `Submit one report or a batch of up to ${largestBatch}`,
					description:
						'Each report is taken or refused as a whole. Rules: all five ≤ each skill ≤ households; all five + assisted ≤ households; parts add up to their total; a fall of a cumulative count needs a reason; no period that has not begun; no more households than the register of the unit and its margin allow, unless the level above has explained it. Every problem names the field, the rule and the numbers.',
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
						200: answerOf(
							'A batch: one result for each report, in order.',
							reference('BatchResult'),
						),
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
			'/api/v1/data': {
				get: {
					summary: 'Months of open data, with the lasting addresses of their files',
					description: `An edition is a month under a change number: its files never change.`,
					responses: {
						200: answerOf('Months, the newest first.', {
							type: 'object',
							required: ['unit', 'months'],
						}),
						...openReading(paces.files),
					},
				},
			},
			'/du-lieu/{month}/communes.{format}': {
				get: {
					summary: 'Approved figures of every commune of a month, in its newest edition',
					description:
						'`content-location` is the lasting address of the edition, /du-lieu/{month}/{changeNumber}/communes.{format}. A withheld count is "c", an unknown one ":". SHA256SUMS beside the files has their checksums.',
					parameters: [
						pathParameter('month', 'latest'),
						{
							...pathParameter('format', 'json'),
							schema: { type: 'string', enum: ['csv', 'json', 'geojson', 'xlsx'] },
						},
					],
					responses: {
						200: answerOf('The file.', { type: 'object', required: ['manifest', 'rows'] }),
						404: refused('Nothing was published of that month.'),
						...openReading(paces.files),
					},
				},
			},
			'/du-lieu/{month}/datapackage.json': {
				get: {
					summary: 'Frictionless Data Package: dictionary, licence, checksums and rows',
					parameters: [pathParameter('month', 'latest')],
					responses: {
						200: answerOf('The description.', {
							type: 'object',
							required: ['resources', 'version'],
						}),
						...openReading(paces.files),
					},
				},
			},
			'/du-lieu/dcat.jsonld': {
				get: {
					summary: 'DCAT 3 as JSON-LD, for portals of open data',
					responses: {
						200: answerOf('The catalogue.', { type: 'object', required: ['@context'] }),
						...openReading(paces.files),
					},
				},
			},
			'/api/v1/snapshot': {
				get: {
					summary: 'All approved figures of a month, with the change number they stand at',
					parameters: [
						queryParameter('stream', { type: 'string', enum: ['public', 'internal'] }),
						queryParameter('period', { type: 'string', examples: ['2026-10'] }),
					],
					responses: {
						200: answerOf('The snapshot.', { type: 'object', required: ['number', 'figures'] }),
						404: refused('No such period.'),
						...openReading(paces.pages),
					},
				},
			},
			'/api/v1/changes': {
				get: {
					summary: 'What changed after a number, for clients without WebSocket',
					parameters: [
						queryParameter('stream', { type: 'string', enum: ['public', 'internal'] }),
						queryParameter('after', { type: 'integer', minimum: 0 }),
					],
					responses: {
						200: answerOf('Changes, or that a new snapshot is needed.'),
						...openReading(paces.pages),
					},
				},
			},
			'/api/v1/search': {
				get: {
					summary: 'Communes, villages and former units by any spelling of their name; 8 at most',
					parameters: [queryParameter('q', { type: 'string', examples: ['da phuc'] })],
					responses: {
						200: answerOf('What was found, best first.', { type: 'array' }),
						...openReading(paces.pages),
					},
				},
			},
			'/api/v1/series': {
				get: {
					summary: 'What the map showed month by month, from approved figures; 24 months at most',
					parameters: [
						queryParameter('unit', { type: 'string', examples: ['24'] }),
						queryParameter('until', { type: 'string', examples: ['2026-10'] }),
						queryParameter('measure', { type: 'string', enum: mapMeasures }),
						queryParameter('colouring', { type: 'string', enum: colourings }),
						queryParameter('classing', { type: 'string', enum: classings }),
					],
					responses: {
						200: answerOf(
							'Months, each with its boundaries, and the state and value of every area.',
						),
						400: refused('No map shows this measure so.'),
						404: refused('No such unit or month.'),
						...openReading(paces.files),
					},
				},
			},
			'/api/v1/boundaries/{hash}': {
				get: {
					summary: 'Simplified boundaries as TopoJSON; immutable under its hash',
					parameters: [pathParameter('hash', '…')],
					responses: {
						200: answerOf('TopoJSON.', { type: 'object', required: ['type', 'arcs'] }),
						404: refused('No such layer.'),
						...openReading(paces.pages),
					},
				},
			},
			'/api/v1/openapi.json': {
				get: {
					summary: 'This description',
					responses: {
						200: answerOf('OpenAPI 3.1.', { type: 'object', required: ['openapi', 'paths'] }),
						...openReading(paces.files),
					},
				},
			},
			'/api/oembed': {
				get: {
					summary: 'oEmbed 1.0: the frame for a page of a commune or the map',
					parameters: [
						queryParameter('url', { type: 'string' }),
						queryParameter('maxwidth', { type: 'integer' }),
						queryParameter('maxheight', { type: 'integer' }),
					],
					responses: {
						200: answerOf('The frame.', { type: 'object', required: ['type', 'html'] }),
						404: refused('Nothing of ours is at that address.'),
						...openReading(paces.files),
					},
				},
			},
		},
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
