import type { Archive } from './archive.server';
import { unescapeText } from './escaped-text';
import { readXml } from './xml.server';

/** The texts that cells point to by number. Readings above the line, as for Japanese, aren't part of them. */
export async function readStrings(archive: Archive, part: string | undefined): Promise<string[]> {
	const strings: string[] = [];
	if (part === undefined || !archive.has(part)) return strings;
	let text = '';
	let inRun = true;
	let isText = false;
	await readXml(archive.read(part), {
		open(name, _, depth) {
			if (depth === 2) text = '';
			if (depth === 3) inRun = name !== 'rPh';
			isText = name === 't' && (depth === 3 || (depth === 4 && inRun));
		},
		text(more) {
			if (isText) text += more;
		},
		close(_, depth) {
			isText = false;
			if (depth === 2) strings.push(unescapeText(text));
		},
	});
	return strings;
}
