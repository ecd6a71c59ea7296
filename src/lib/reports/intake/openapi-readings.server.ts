import { mapMeasures } from '../../contracts/coverage';
import { classings, colourings } from '../../contracts/map/colouring';
import { paces } from '../../server/open-reading';
import {
	answerOf,
	openReading,
	pathParameter,
	queryParameter,
	refused,
} from './openapi-parts.server';

/** What anybody may read, each at its pace. */
export const readingPaths = {
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
				200: answerOf('Months, each with its boundaries, and the state and value of every area.'),
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
};
