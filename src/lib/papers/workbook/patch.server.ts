import sax from 'sax';
import { localName, type Attributes } from './xml.server';

/** An element's start tag in the text of its part. */
export interface Tag {
	/** With its prefix, as others beside it must be written. */
	name: string;
	attributes: Attributes;
	/** From the opening bracket to behind the closing one. */
	start: number;
	end: number;
	isSelfClosing: boolean;
}

/** What a patch wants to see of a part. */
export interface PatchReader {
	open?(name: string, tag: Tag, depth: number): void;
	/** @param start of the end tag; of the start tag where both are one. */
	close?(name: string, tag: Tag, start: number, end: number): void;
}

/** Text to be put in place of a stretch of a part. */
export interface Edit {
	start: number;
	end: number;
	text: string;
}

/** Reads a part with the places of its tags. @throws Error when it isn't XML */
export function locate(xml: string, reader: PatchReader): void {
	const parser = sax.parser(true, { strictEntities: true });
	const open: Tag[] = [];
	parser.onopentag = ({ name, attributes, isSelfClosing }) => {
		const tag = {
			...{ name, attributes: attributes as Attributes, isSelfClosing },
			...{ start: parser.startTagPosition - 1, end: parser.position },
		};
		open.push(tag);
		reader.open?.(localName(name), tag, open.length);
	};
	parser.onclosetag = (name) => {
		const tag = open.pop();
		if (tag) reader.close?.(localName(name), tag, parser.startTagPosition - 1, parser.position);
	};
	parser.onerror = (error) => {
		throw error;
	};
	parser.write(xml).close();
}

/** All edits at once; those of one place in their order. */
export function applyEdits(xml: string, edits: readonly Edit[]): string {
	const parts: string[] = [];
	let at = 0;
	for (const { start, end, text } of edits.toSorted((one, other) => one.start - other.start)) {
		parts.push(xml.slice(at, start), text);
		at = end;
	}
	return parts.join('') + xml.slice(at);
}

/** Puts text before the end of an element, which a writer may have left without one. */
export function appendTo(xml: string, tag: Tag, closing: number, text: string): Edit {
	if (!tag.isSelfClosing) return { start: closing, end: closing, text };
	const head = xml.slice(tag.start, tag.end).replace(/\s*\/>$/, '>');
	return { start: tag.start, end: tag.end, text: `${head}${text}</${tag.name}>` };
}

/** The text of a start tag with an attribute set. */
export function withAttribute(tag: string, name: string, value: string | number): string {
	const written = new RegExp(`(\\s${name}\\s*=\\s*)("[^"]*"|'[^']*')`);
	if (written.test(tag)) return tag.replace(written, `$1"${value}"`);
	return tag.replace(/\s*\/?>$/, (end) => ` ${name}="${value}"${end.trim()}`);
}

/** The prefix of an element with its colon; empty where there is none. */
export const prefixOf = ({ name }: Pick<Tag, 'name'>): string =>
	name.slice(0, name.indexOf(':') + 1);

/** Text as it may stand in an element or an attribute. */
export const escapeXml = (text: string): string =>
	text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
