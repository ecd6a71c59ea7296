export const jsonBody = (schema: unknown, example?: unknown) => ({
	required: true,
	content: { 'application/json': { schema, ...(example === undefined ? {} : { example }) } },
});

export const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

export const answerOf = (description: string, schema?: unknown) => ({
	description,
	...(schema === undefined ? {} : { content: { 'application/json': { schema } } }),
});

export const refused = (description: string) => ({
	description,
	content: { 'application/problem+json': { schema: reference('Problem') } },
});

/** What every open reading may answer besides. @param aMinute how many questions of one network are answered */
export const openReading = (aMinute: number) => ({
	304: answerOf('You have it already: `if-none-match` is its ETag.'),
	429: refused(
		`More than ${aMinute} requests a minute: \`retry-after\` says how many seconds to wait.`,
	),
});

export const faultSchema = {
	type: 'object',
	required: ['field', 'rule', 'message'],
	properties: {
		field: { type: 'string', examples: ['householdSkills.allFive'] },
		rule: { type: 'string', examples: ['allFiveAtMost.skill1'] },
		message: { type: 'string' },
		numbers: { type: 'object', additionalProperties: { type: 'number' } },
		place: {
			type: 'object',
			required: ['kind', 'name'],
			properties: { kind: { type: 'string' }, name: { type: 'string' } },
		},
	},
};

export const decisionResultsSchema = {
	type: 'object',
	required: ['done', 'refused', 'results'],
	properties: {
		done: { type: 'integer' },
		refused: { type: 'integer' },
		results: {
			type: 'array',
			items: {
				type: 'object',
				required: ['status', 'unit', 'period'],
				properties: {
					status: { type: 'string', enum: ['done', 'refused'] },
					unit: { type: 'string' },
					period: { type: 'string' },
					reason: { type: 'string', examples: ['alreadyDecided', 'ownReport', 'newerRevision'] },
				},
			},
		},
	},
};

export const resultSchema = {
	type: 'object',
	required: ['status', 'unit', 'period'],
	properties: {
		status: { type: 'string', enum: ['accepted', 'rejected'] },
		unit: { type: ['string', 'null'] },
		period: { type: ['string', 'null'] },
		revision: { type: 'integer' },
		problems: { type: 'array', items: reference('Fault') },
	},
};

export function pathParameter(name: string, example: string) {
	return { name, in: 'path', required: true, schema: { type: 'string' }, example };
}

export function queryParameter(name: string, schema: unknown) {
	return { name, in: 'query', required: false, schema };
}
