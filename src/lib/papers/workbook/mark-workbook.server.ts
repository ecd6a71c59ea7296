import { posix } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from 'fflate';
import { openArchive } from './archive.server';
import {
	addBoxes,
	addComments,
	newBoxes,
	newComments,
	type Comments,
} from './mark-comments.server';
import { MarkedSheet } from './mark-sheet.server';
import { MarkedStyles } from './mark-styles.server';
import { readParts, readRelations, relationsPath, type Relation } from './parts.server';
import { appendTo, applyEdits, escapeXml, locate, prefixOf, type Edit } from './patch.server';

const types = {
	relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
	relationsPart: 'http://schemas.openxmlformats.org/package/2006/relationships',
	comments: 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
	vml: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
};
const contentTypes = '[Content_Types].xml';

/**
 * The very workbook that was sent with cells filled and commented: nothing else in it changes, whoever
 * wrote it and whatever we don't understand of it.
 * @param marks of each sheet, by its name.
 * @throws RefusedFile
 */
export async function markWorkbook(
	content: Uint8Array,
	marks: ReadonlyMap<string, Comments>,
): Promise<Uint8Array> {
	const archive = await openArchive(content);
	const { sheets, styles } = await readParts(archive);
	const parts = new Parts(unzipSync(content));
	const marked = styles === undefined ? undefined : new MarkedStyles(parts.read(styles) ?? '');
	for (const { name, part } of sheets) {
		const comments = marks.get(name);
		const xml = parts.read(part);
		if (!comments || xml === undefined) continue;
		const sheet = new MarkedSheet(xml, comments.keys(), (style) => marked?.twinOf(style));
		locate(xml, sheet);
		const relations = await readRelations(archive, part);
		const drawing = comment(parts, part, relations, comments);
		parts.write(part, applyEdits(xml, [...sheet.edits, ...nameDrawing(sheet, drawing)]));
	}
	if (styles !== undefined && marked) parts.write(styles, marked.text());
	return zipSync(parts.files, { level: 6 });
}

/** The files of an archive as text, whatever the case of their names. */
class Parts {
	readonly #names: Map<string, string>;

	constructor(readonly files: Unzipped) {
		this.#names = new Map(Object.keys(files).map((name) => [name.toLowerCase(), name]));
	}

	read(part: string): string | undefined {
		const bytes = this.files[this.#names.get(part.toLowerCase()) ?? ''];
		if (!bytes) return undefined;
		const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
		const text = isWide ? new TextDecoder('utf-16le').decode(bytes) : strFromU8(bytes);
		return text
			.replace(/^\ufeff/, '')
			.replace(/^(<\?xml[^>]*encoding=)["']utf-16["']/i, '$1"UTF-8"');
	}

	write(part: string, text: string): void {
		const name = this.#names.get(part.toLowerCase()) ?? part;
		this.#names.set(part.toLowerCase(), name);
		this.files[name] = strToU8(text);
	}

	/** A name that no part has: `xl/comments3.xml`. */
	freeName(before: string, after: string): string {
		let number = 1;
		while (this.#names.has(`${before}${number}${after}`.toLowerCase())) number += 1;
		return `${before}${number}${after}`;
	}
}

/** @returns the relation of a drawing that the sheet has to name from now on, if any. */
function comment(
	parts: Parts,
	sheet: string,
	relations: readonly Relation[],
	comments: Comments,
): string | undefined {
	const partOf = (wanted: string) => relations.find(({ kind }) => kind === wanted)?.part;
	const present = { comments: partOf('comments'), boxes: partOf('vmlDrawing') };
	const written = parts.read(present.comments ?? '');
	const { xml, fresh } =
		written === undefined
			? { xml: newComments(comments), fresh: [...comments.keys()] }
			: addComments(written, comments);
	const drawn = parts.read(present.boxes ?? '');
	const target = {
		comments: present.comments ?? parts.freeName('xl/comments', '.xml'),
		boxes: present.boxes ?? parts.freeName('xl/drawings/vmlDrawing', '.vml'),
	};
	parts.write(target.comments, xml);
	parts.write(target.boxes, drawn === undefined ? newBoxes(fresh) : addBoxes(drawn, fresh));
	if (!present.comments)
		declare(parts, `<P:Override PartName="/${target.comments}" ContentType="${types.comments}"/>`);
	if (!present.boxes && !/Extension="vml"/i.test(parts.read(contentTypes) ?? ''))
		declare(parts, `<P:Default Extension="vml" ContentType="${types.vml}"/>`);
	if (!present.comments)
		relate(parts, sheet, { id: 'nhipSoComments', kind: 'comments', part: target.comments });
	if (!present.boxes)
		relate(parts, sheet, { id: 'nhipSoBoxes', kind: 'vmlDrawing', part: target.boxes });
	return present.boxes ? undefined : 'nhipSoBoxes';
}

function nameDrawing({ drawing, hasDrawing }: MarkedSheet, relation: string | undefined): Edit[] {
	if (!drawing || hasDrawing || relation === undefined) return [];
	const text = `<${drawing.prefix}legacyDrawing xmlns:rel="${types.relations}" rel:id="${relation}"/>`;
	return [{ start: drawing.at, end: drawing.at, text }];
}

const declare = (parts: Parts, element: string) => appendToRoot(parts, contentTypes, element);

function relate(parts: Parts, from: string, { id, kind, part }: Relation): void {
	const path = relationsPath(from);
	if (parts.read(path) === undefined)
		parts.write(
			path,
			`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${types.relationsPart}"/>`,
		);
	const target = posix.relative(posix.dirname(from), part);
	appendToRoot(
		parts,
		path,
		`<P:Relationship Id="${id}" Type="${types.relations}/${kind}" Target="${escapeXml(target)}"/>`,
	);
}

/** @param element with `P:` where the prefix of the part's elements goes. */
function appendToRoot(parts: Parts, part: string, element: string): void {
	const xml = parts.read(part) ?? '';
	let edit: Edit | undefined;
	let depth = 0;
	locate(xml, {
		open() {
			depth += 1;
		},
		close(_, tag, start) {
			depth -= 1;
			if (depth === 0) edit = appendTo(xml, tag, start, element.replace('P:', prefixOf(tag)));
		},
	});
	if (edit) parts.write(part, applyEdits(xml, [edit]));
}
