import { cleanText } from '../../contracts/text/typed-text';
import { splitName } from '../kinds';
import type { Outline } from '../outlines/outlines.server';
import type { SourceFeature } from './features.server';
import type { ProblemSink } from './problem-sink';
import { readPolygons } from './rings';

/** Where files keep what an area is called. */
const nameProperties: readonly string[] = ['name', 'provinceName', 'province_name'];
const longestName = 100;

/** Areas that need be no units of the database; `id` is the number of the feature. */
export interface NamedAreas {
	outlines: Outline[];
	/** Without `Tỉnh` or `Thành phố` in front. */
	names: Map<number, string>;
}

/** @param nameProperty undefined: one of those that files usually have. */
export function readAreas(
	features: readonly SourceFeature[],
	nameProperty: string | undefined,
	problems: ProblemSink,
): NamedAreas {
	const asked = nameProperty === undefined ? nameProperties : [nameProperty];
	const outlines: Outline[] = [];
	const names = new Map<number, string>();
	for (const { number, properties, geometry } of features) {
		const place = `feature ${number}`;
		const given = asked.map((each) => properties[each]).find((value) => value != null);
		const name = typeof given === 'string' ? splitName(cleanText(given), 'province').name : '';
		if (name === '')
			problems.add(
				place,
				'unnamed',
				`has no name in ${asked.join(', ')}. Its properties are ${Object.keys(properties).slice(0, 12).join(', ')}: if one of them is meant, say so with --name PROPERTY`,
			);
		else if (name.length > longestName)
			problems.add(place, 'tooLong', `has a name of more than ${longestName} letters`);
		const polygons = readPolygons(geometry);
		for (const fault of polygons.faults) problems.add(place, fault.rule, fault.message);
		names.set(number, name);
		if (polygons.geometry) outlines.push({ id: number, geometry: polygons.geometry });
	}
	if (features.length === 0) problems.add('file', 'empty', 'the file has no features');
	return { outlines, names };
}
