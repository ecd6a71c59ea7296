import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import * as v from 'valibot';
import { refuseFile } from './problems.server';
import { readSourceText } from './source-file.server';

/** One feature of a file, unchecked but for its frame. */
export interface SourceFeature {
	/** Counted from 1, as they stand in the file. */
	number: number;
	/** What the feature itself is called, where that is a text. */
	id: string;
	properties: Record<string, unknown>;
	geometry: unknown;
}

const Properties = v.nullish(v.record(v.string(), v.unknown()), {});
const Feature = v.object({
	type: v.literal('Feature'),
	id: v.fallback(v.string(), ''),
	properties: Properties,
	geometry: v.unknown(),
});
const GeoJson = v.object({
	type: v.literal('FeatureCollection'),
	features: v.array(v.unknown()),
	crs: v.optional(v.unknown()),
});
const TopoJson = v.object({
	type: v.literal('Topology'),
	objects: v.record(v.string(), v.object({ type: v.string() })),
	arcs: v.array(v.array(v.array(v.number()))),
});

/**
 * Features of a GeoJSON file (a collection, a single feature, or one a line), or of one object of a
 * TopoJSON file: the named one, the only one, or the one that has the usual name.
 * @throws InvalidError when the file is neither, or says it is in another reference system.
 */
export async function readFeatures(
	path: string,
	object: string | undefined,
	usual: 'communes' | 'provinces',
): Promise<SourceFeature[]> {
	const content = parseJson(await readSourceText(path));
	const geoJson = v.safeParse(
		GeoJson,
		typeOf(content) === 'Feature' ? collectionOf([content]) : content,
	);
	if (geoJson.success) {
		if (object !== undefined)
			refuseFile(
				'object',
				'--object is for TopoJSON; this file is GeoJSON, which has no named objects',
			);
		checkReferenceSystem(geoJson.output.crs);
		return toFeatures(geoJson.output.features);
	}
	if (!v.is(TopoJson, content))
		refuseFile(
			'format',
			`the file is neither a GeoJSON FeatureCollection nor a TopoJSON topology, but ${
				typeOf(content) === undefined ? 'other JSON' : `of type ${typeOf(content)}`
			}`,
		);
	return toFeatures(unfold(content, chooseObject(Object.keys(content.objects), object, usual)));
}

const typeOf = (content: unknown): string | undefined =>
	typeof content === 'object' && content !== null && 'type' in content
		? String(content.type).slice(0, 40)
		: undefined;

const collectionOf = (features: readonly unknown[]) => ({ type: 'FeatureCollection', features });

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		return readLines(text) ?? refuseJson(text, error.message);
	}
}

/** One feature a line, as some programs write them; undefined for anything else. */
function readLines(text: string): unknown {
	const lines = text.split('\n').filter((line) => line.trim() !== '');
	try {
		const features: unknown[] = lines.map((line): unknown => JSON.parse(line));
		return features.every((each) => typeOf(each) === 'Feature')
			? collectionOf(features)
			: undefined;
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		return undefined;
	}
}

function refuseJson(text: string, message: string): never {
	const [, at] = /position (\d+)/.exec(message) ?? [];
	const noNumber = /(?<=[[,:\s])(?:NaN|-?Infinity)(?=[\],}\s])/.exec(text);
	const position = noNumber?.index ?? (at === undefined ? undefined : Number(at));
	if (noNumber === null && (position ?? 0) >= text.trimEnd().length)
		refuseFile('json', 'ends in the middle: it was not copied whole; fetch or export it once more');
	const before = text.slice(0, position ?? 0).split('\n');
	refuseFile(
		'json',
		noNumber
			? `holds ${noNumber[0]} where JSON wants a number, at column ${(before.at(-1)?.length ?? 0) + 1}; mend that coordinate and export it once more`
			: `is not JSON: ${message.replace(/\s+/gu, ' ').slice(0, 120)}`,
		position === undefined ? 'file' : `line ${before.length}`,
	);
}

function toFeatures(entries: readonly unknown[]): SourceFeature[] {
	return entries.map((entry, index) => {
		const parsed = v.safeParse(Feature, entry);
		if (!parsed.success) refuseFile('format', 'is no GeoJSON Feature', `feature ${index + 1}`);
		return { number: index + 1, ...parsed.output };
	});
}

function chooseObject(names: readonly string[], wanted: string | undefined, usual: string): string {
	const [only] = names;
	const name = wanted ?? (names.length === 1 ? only : names.find((each) => each === usual));
	if (name !== undefined && names.includes(name)) return name;
	return refuseFile(
		'object',
		wanted === undefined
			? `the file has several objects; choose one: --object ${names.join(' | ')}`
			: `there is no object ${wanted}; there are ${names.join(', ')}`,
	);
}

function unfold(content: v.InferOutput<typeof TopoJson>, name: string): readonly unknown[] {
	// The frame is checked; what the object refers to shows when it is unfolded.
	const topology = content as unknown as Topology;
	const chosen = topology.objects[name];
	if (!chosen) return [];
	try {
		const collection = feature(topology, chosen);
		return collection.type === 'FeatureCollection' ? collection.features : [collection];
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		return refuseFile('format', `object ${name} refers to arcs that the file does not have`);
	}
}

/** The old `crs` member: only names of WGS 84 are accepted. */
function checkReferenceSystem(crs: unknown): void {
	if (crs === undefined || crs === null) return;
	const name = JSON.stringify(crs);
	if (/CRS:?:?84|EPSG:{1,2}4326"/i.test(name)) return;
	refuseFile(
		'referenceSystem',
		`is in ${name.slice(0, 120)}; convert it to WGS 84 longitude and latitude (EPSG:4326)`,
	);
}
