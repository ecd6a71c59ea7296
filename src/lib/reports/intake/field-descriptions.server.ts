import type { JsonSchema } from '@valibot/to-json-schema';

/** What fields mean to programs, by name; apart from the schemas, which phones carry too. */
const descriptions: Readonly<Record<string, string>> = {
	households: 'Households in the unit.',
	skill1: 'Able to use online public services.',
	skill2: 'Able to shop online.',
	skill3: 'Able to pay online.',
	skill4: 'Able to protect themselves online.',
	skill5: "Able to use the locality's own platform.",
	allFive: 'One and the same member is able in all five skills.',
	assisted: 'Nobody is able; a named team member does it with them. Never counted as able.',
	vneid: 'With a VNeID account.',
	serviceAccount: 'With an online-public-service account.',
	indicator: 'Code in the catalogue.',
	qualifier: '"=" exactly, ">" more than (hơn), "~" about (khoảng).',
	unit: "Code of the village or commune; its bearer on the period's last day is meant.",
	period: "Month `2026-10`, quarter `2026-Q4`, year `2026`, or an ad hoc report's own code.",
	reason: 'Required when a cumulative count falls. Internal, never public.',
	explanations: 'A word about figures that look odd. Internal, never public.',
	source: 'How the figures reached whoever sends them; left out = their own.',
	basedOn:
		'The newest revision known when the entry began, 0 for none; any other than the newest one stored is refused.',
	clientId: 'Made once per entry: sent again by the same account, it is the same revision.',
	deviceAt: "The device's own clock: kept and shown, not trusted.",
	revision: 'The revision that was looked at; a newer one makes this a conflict (409).',
};

/** Adds to every field, however deep, what it means. */
export function withDescriptions(schema: JsonSchema): JsonSchema {
	const described = { ...schema };
	if (schema.properties) {
		const properties: JsonSchema['properties'] = {};
		for (const [name, field] of Object.entries(schema.properties)) {
			const description = descriptions[name];
			properties[name] =
				typeof field === 'boolean'
					? field
					: { ...withDescriptions(field), ...(description && { description }) };
		}
		described.properties = properties;
	}
	const { items } = schema;
	if (items && typeof items === 'object' && !Array.isArray(items))
		described.items = withDescriptions(items);
	return described;
}
