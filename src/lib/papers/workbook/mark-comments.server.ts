import { parseAddress } from './grid';
import {
	appendTo,
	applyEdits,
	escapeXml,
	locate,
	prefixOf,
	type Edit,
	type Tag,
} from './patch.server';

/** Text by the address of the cell that it is about. */
export type Comments = ReadonlyMap<string, string>;

const namespaces = {
	main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
	vml: 'urn:schemas-microsoft-com:vml',
	office: 'urn:schemas-microsoft-com:office:office',
	excel: 'urn:schemas-microsoft-com:office:excel',
};

const run = (prefix: string, text: string) =>
	`<${prefix}r><${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}r>`;

const comment = (prefix: string, address: string, text: string) =>
	`<${prefix}comment ref="${address}" authorId="0"><${prefix}text>${run(prefix, text)}</${prefix}text></${prefix}comment>`;

/** A part with these comments alone. */
export const newComments = (comments: Comments): string =>
	`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${namespaces.main}"><authors><author></author></authors><commentList>${[
		...comments,
	]
		.map(([address, text]) => comment('', address, text))
		.join('')}</commentList></comments>`;

/**
 * The comments of a sheet with these added; a cell that has one gets ours below its own.
 * @returns the addresses as well that had none, and so need a box to be shown in.
 */
export function addComments(xml: string, comments: Comments): { xml: string; fresh: string[] } {
	const edits: Edit[] = [];
	const found = new Set<string>();
	let at = '';
	let list: { tag: Tag; closing: number } | undefined;
	locate(xml, {
		open(name, { attributes }) {
			if (name === 'comment') at = attributes['ref'] ?? '';
		},
		close(name, tag, start) {
			const text = comments.get(at);
			if (name === 'text' && text !== undefined && !found.has(at)) {
				found.add(at);
				edits.push(appendTo(xml, tag, start, run(prefixOf(tag), `\n${text}`)));
			}
			if (name === 'commentList') list = { tag, closing: start };
		},
	});
	const fresh = [...comments.keys()].filter((address) => !found.has(address));
	if (list) {
		const prefix = prefixOf(list.tag);
		const text = fresh
			.map((address) => comment(prefix, address, comments.get(address) ?? ''))
			.join('');
		edits.push(appendTo(xml, list.tag, list.closing, text));
	}
	return { xml: applyEdits(xml, edits), fresh };
}

/** Excel shows a comment in a box that another, older part draws. */
export const newBoxes = (addresses: readonly string[]): string =>
	`<xml xmlns:v="${namespaces.vml}" xmlns:o="${namespaces.office}" xmlns:x="${namespaces.excel}"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${boxes(addresses)}</xml>`;

/** The boxes of a sheet with these added. Old writers' boxes aren't always XML: only the end is looked for. */
export function addBoxes(xml: string, addresses: readonly string[]): string {
	const end = xml.lastIndexOf('</');
	return end === -1 ? newBoxes(addresses) : xml.slice(0, end) + boxes(addresses) + xml.slice(end);
}

const boxes = (addresses: readonly string[]): string =>
	addresses
		.map((address, index) => {
			const { column, row } = parseAddress(address) ?? { column: 1, row: 1 };
			const anchor = [column, 15, Math.max(0, row - 2), 10, column + 4, 15, row + 4, 4].join(', ');
			return `<v:shape xmlns:v="${namespaces.vml}" xmlns:o="${namespaces.office}" xmlns:x="${namespaces.excel}" id="_x0000_s${9001 + index}" type="#_x0000_t202" style="position:absolute;width:240pt;height:80pt;z-index:${index + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`;
		})
		.join('');
