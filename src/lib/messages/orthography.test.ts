import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Names of places keep the spelling that made them official: these are made up to be found by either. */
const officialNames = ['Thuỷ Xuân', 'Hoà Lạc'];

/** `hoà`, `khoẻ`, `uỷ`: the tone stands on the first letter where nothing follows, save after q. */
const oldStyle = /(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/iu;
/** `hòan`, `tòan`: and on the second where something does. */
const misplaced = /(?:[òóỏõọ][ae]|[ùúủũụ]y)(?=\p{L})/iu;
const comments = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$|<!--[\s\S]*?-->/gmu;

const words = (text: string): string[] => text.match(/\p{L}+/gu) ?? [];
const wrongWords = (text: string): string[] =>
	words(text).filter((word) => oldStyle.test(word) || misplaced.test(word));

/** All that people may read, wherever it stands: messages, catalogue, templates, papers, components. */
function textsOf(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.(?:ts|svelte|html)$/.test(name) && !/\.test\.ts$/.test(name))
		.map((name) => join(folder, name));
}

it.each(['hoà', 'Khoẻ', 'UỶ', 'thuý', 'hòan', 'khỏan'])('finds %s', (word) => {
	expect(wrongWords(`Đây là ${word}.`)).toEqual([word]);
});

it.each(['hòa', 'khỏe', 'ủy', 'quý', 'toàn', 'khoản', 'hoạt', 'thủy', 'tùy', 'chuyển', 'lũy'])(
	'leaves %s alone',
	(word) => {
		expect(wrongWords(word)).toEqual([]);
	},
);

it('places every tone by the new style, in composed letters', () => {
	const found = [...textsOf('src'), 'README.vi.md'].flatMap((file) => {
		const text = readFileSync(file, 'utf8');
		const read = officialNames.reduce(
			(left, name) => left.replaceAll(name, ''),
			text.replace(comments, ''),
		);
		const wrong = wrongWords(read.normalize('NFC'));
		return [
			...wrong.map((word) => `${file}: ${word}`),
			...(/[aeiouyăâêôơưđ]\p{Mn}/iu.test(read) ? [`${file}: letters that aren't composed`] : []),
		];
	});
	expect(found).toEqual([]);
});
