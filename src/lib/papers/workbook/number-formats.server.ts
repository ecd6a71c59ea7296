import type { Archive } from './archive.server';
import { numberKind, type NumberKind } from './number-kinds';
import { readXml } from './xml.server';

/** The kinds of numbers by the number of a cell's style. */
export async function readNumberKinds(
	archive: Archive,
	part: string | undefined,
): Promise<NumberKind[]> {
	const codes = new Map<number, string>();
	const kinds: NumberKind[] = [];
	let section = '';
	if (part === undefined || !archive.has(part)) return kinds;
	await readXml(archive.read(part), {
		open(name, attributes, depth) {
			if (depth === 2) section = name;
			if (depth !== 3) return;
			const id = Number(attributes['numFmtId'] ?? 0);
			if (section === 'numFmts') codes.set(id, attributes['formatCode'] ?? '');
			if (section === 'cellXfs') kinds.push(numberKind(id, codes.get(id)));
		},
	});
	return kinds;
}
