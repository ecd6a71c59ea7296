import sax from 'sax';
import { RefusedFile } from './refused-file.server';

declare module 'sax' {
	interface SAXOptions {
		/** Left out of the typings: no entities but XML's own. */
		strictEntities?: boolean;
	}
}

export type Attributes = Readonly<Record<string, string>>;

/** What a reader of a part wants to hear. Names come without their prefix: writers choose those freely. */
export interface XmlReader {
	/** @param depth of the element: 1 for the root. */
	open?(name: string, attributes: Attributes, depth: number): void;
	text?(text: string): void;
	close?(name: string, depth: number): void;
}

/**
 * Reads a part of a workbook from its bytes, in one go and without keeping it.
 * @throws RefusedFile when it isn't XML, or declares entities, which no workbook does.
 */
export async function readXml(chunks: AsyncIterable<Uint8Array>, reader: XmlReader): Promise<void> {
	const parser = sax.parser(true, { strictEntities: true, position: false });
	let depth = 0;
	parser.onopentag = ({ name, attributes }) => {
		depth += 1;
		reader.open?.(localName(name), attributes as Attributes, depth);
	};
	parser.onclosetag = (name) => {
		reader.close?.(localName(name), depth);
		depth -= 1;
	};
	parser.ontext = (text) => reader.text?.(text);
	parser.oncdata = (text) => reader.text?.(text);
	parser.ondoctype = () => {
		throw new RefusedFile('damagedFile');
	};
	parser.onerror = (cause) => {
		throw new RefusedFile('damagedFile', null, { cause });
	};
	let decoder: TextDecoder | undefined;
	for await (const chunk of chunks) {
		decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
		parser.write(decode(decoder, chunk));
	}
	if (decoder) parser.write(decode(decoder));
	parser.close();
	if (!decoder) throw new RefusedFile('damagedFile');
}

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An attribute by its name without prefix, `r:id` and `relationships:id` alike. */
export const prefixed = (attributes: Attributes, name: string): string | undefined =>
	Object.entries(attributes).find(([key]) => localName(key) === name)?.[1];

export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

function encodingOf(start: Uint8Array): string {
	if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
	return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
	try {
		return decoder.decode(chunk, { stream: chunk !== undefined });
	} catch (cause) {
		throw new RefusedFile('damagedFile', null, { cause });
	}
}
