import { expect, it } from 'vitest';
import { describeApi } from './openapi.server';

it('says of every field of a report what it means, also in lists and groups', () => {
	const { Report, ListedDecision } = describeApi().components.schemas;
	expect(Report).toMatchObject({
		properties: {
			unit: { description: expect.stringContaining('Code of the village') as string },
			householdSkills: { properties: { vneid: { description: 'With a VNeID account.' } } },
			values: { items: { properties: { indicator: { description: 'Code in the catalogue.' } } } },
		},
	});
	expect(ListedDecision).toMatchObject({
		properties: { revision: { description: expect.stringContaining('409') as string } },
	});
});
