import { posix } from 'node:path';
import type { Archive } from './archive.server';
import { RefusedFile } from './refused-file.server';
import { isTrue, prefixed, readXml } from './xml.server';

/** Another part that a part names. */
export interface Relation {
	id: string;
	/** The last word of its type, the same in every edition of the format: `worksheet`, `styles`. */
	kind: string;
	/** Path in the archive; empty for what lies outside of it. */
	part: string;
}

export interface SheetPart {
	name: string;
	visible: boolean;
	/** Hidden by a person; what programs hide is out of their reach altogether. */
	hiddenByHand: boolean;
	part: string;
}

/** Where in its archive a workbook has what. */
export interface WorkbookParts {
	sheets: SheetPart[];
	strings: string | undefined;
	styles: string | undefined;
	/** Whether its dates count from 1904. */
	from1904: boolean;
}

/** @throws RefusedFile when the archive holds something else. */
export async function readParts(archive: Archive): Promise<WorkbookParts> {
	const root = await readRelations(archive, '');
	const main = root.find(({ kind }) => kind === 'officeDocument')?.part ?? 'xl/workbook.xml';
	if (archive.has('mimetype') || /\.bin$/i.test(main)) throw new RefusedFile('otherSpreadsheet');
	if (!archive.has(main)) throw new RefusedFile('notAWorkbook');
	const relations = await readRelations(archive, main);
	const partOf = (wanted: string) => relations.find(({ kind }) => kind === wanted)?.part;
	const sheets: SheetPart[] = [];
	let from1904 = false;
	await readXml(archive.read(main), {
		open(name, attributes, depth) {
			if (depth === 1 && name !== 'workbook') throw new RefusedFile('notAWorkbook');
			if (depth === 2 && name === 'workbookPr') from1904 = isTrue(attributes['date1904']);
			if (depth !== 3 || name !== 'sheet') return;
			const id = prefixed(attributes, 'id');
			const relation = relations.find((each) => each.id === id);
			// Sheets of charts and dialogs have no cells.
			const state = attributes['state'] ?? 'visible';
			if (relation?.kind === 'worksheet')
				sheets.push({
					name: attributes['name'] ?? '',
					visible: state === 'visible',
					hiddenByHand: state === 'hidden',
					part: relation.part,
				});
		},
	});
	return { sheets, strings: partOf('sharedStrings'), styles: partOf('styles'), from1904 };
}

/** Path of the part that holds a part's relations; of the whole archive's for the empty path. */
export const relationsPath = (part: string): string =>
	posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);

export async function readRelations(archive: Archive, part: string): Promise<Relation[]> {
	const path = relationsPath(part);
	const relations: Relation[] = [];
	if (!archive.has(path)) return relations;
	await readXml(archive.read(path), {
		open(name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
			if (name !== 'Relationship') return;
			const kind = type.slice(type.lastIndexOf('/') + 1);
			relations.push({ id, kind, part: mode === 'External' ? '' : resolvePart(part, target) });
		},
	});
	return relations;
}

/** Targets are relative to the part that names them, or begin with a slash. */
function resolvePart(from: string, target: string): string {
	const path = target.replaceAll('\\', '/');
	return posix.resolve('/', posix.dirname(from), path).slice(1);
}
