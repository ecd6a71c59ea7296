import { cleanText } from '../../contracts/text/typed-text';
import type { Outline } from '../outlines/outlines.server';
import type { Bearer } from './bearers.server';
import type { SourceFeature } from './features.server';
import type { Mention, UnitMatcher } from './matching';
import type { ProblemSink } from './problem-sink';
import { readPolygons, type Fault } from './rings';
import type { HeaderMap } from './table.server';

const propertyNames: Record<string, readonly string[]> = {
	code: ['code'],
	name: ['name'],
	kind: ['type', 'kind'],
	province: ['provinceCode', 'province_code'],
	district: ['districtCode', 'district_code'],
};

/** Outlines of the units that the features stand for, by feature number. */
export function matchFeatures(
	features: readonly SourceFeature[],
	matcher: UnitMatcher<Bearer>,
	map: HeaderMap,
	problems: ProblemSink,
): Map<number, Outline> {
	const outlines = new Map<number, Outline>();
	const taken = new Map<number, number>();
	checkMap(map, features, problems);
	for (const feature of features) {
		const { number, geometry } = feature;
		const place = `feature ${number}`;
		const mention = readMention(feature, map, matcher);
		if ('message' in mention) {
			problems.add(place, mention.rule, mention.message);
			continue;
		}
		const match = matcher.find(mention);
		if (!('unit' in match)) problems.add(place, match.rule, match.message);
		const polygons = readPolygons(geometry);
		for (const fault of polygons.faults) problems.add(place, fault.rule, fault.message);
		if (!('unit' in match)) continue;
		const { id, code } = match.unit;
		const earlier = taken.get(id);
		if (earlier !== undefined)
			problems.add(
				place,
				'duplicateCode',
				`is ${code} like feature ${earlier}; a unit of several parts is one feature, a MultiPolygon`,
			);
		taken.set(id, number);
		if (polygons.geometry) outlines.set(number, { id, geometry: polygons.geometry });
	}
	if (features.length === 0) problems.add('file', 'empty', 'the file has no features');
	return outlines;
}

function checkMap(map: HeaderMap, features: readonly SourceFeature[], problems: ProblemSink): void {
	for (const [field, property] of Object.entries(map)) {
		if (!Object.hasOwn(propertyNames, field))
			problems.add(
				'header',
				'unknownField',
				`--map ${field}=…: there is no field ${field}; there are ${Object.keys(propertyNames).join(', ')}`,
			);
		else if (!features.some(({ properties }) => property in properties))
			problems.add('header', 'missingColumn', `no feature has a property ${property}`);
	}
}

/** What a feature tells of the unit that it stands for, or what is wrong with that. */
function readMention(
	{ id, properties }: SourceFeature,
	map: HeaderMap,
	matcher: UnitMatcher<Bearer>,
): Mention | Fault {
	const read = (field: string): unknown => {
		const own = map[field];
		const names = own === undefined ? (propertyNames[field] ?? []) : [own];
		const found = names.map((name) => properties[name]).find((value) => value != null) ?? '';
		return typeof found === 'string' ? cleanText(found) : found;
	};
	const [given, name, kind] = [read('code'), read('name'), read('kind')];
	const code = typeof given === 'number' ? matcher.codeOf(given) : given;
	if (typeof code !== 'string')
		return {
			rule: 'notText',
			message: `has a code that is no text (${JSON.stringify(given)}): codes keep their leading zeros only as text`,
		};
	if (typeof name !== 'string')
		return { rule: 'notText', message: `has a name that is no text (${JSON.stringify(name)})` };
	const within = [read('province'), read('district')].filter(
		(value): value is string => typeof value === 'string' && value !== '',
	);
	const rest = { name, kind: typeof kind === 'string' ? kind : '', within };
	if (code !== '' || name !== '') return { code, ...rest };
	// Some programs keep the code there; others number their features, or name them in their own way.
	if (/^\d+$/.test(id.trim())) return { code: id.trim(), ...rest };
	return { rule: 'unnamed', message: describeUnnamed(Object.keys(properties)) };
}

const describeUnnamed = (properties: readonly string[]): string =>
	properties.length === 0
		? 'has no properties, so neither a code nor a name'
		: `has neither a code nor a name. Its properties are ${properties.slice(0, 12).join(', ')}: if one of them is meant, say so with --map code=PROPERTY or --map name=PROPERTY`;
