import sax from 'sax';
import { expect, it } from 'vitest';
import { writeAtom, type FeedHead } from './feed';

const head: FeedHead = {
	...{ title: 'Xã Ổ Ữ & Ặ <đ>', link: 'https://nhipso.example.vn/xa/07294' },
	...{
		address: 'https://nhipso.example.vn/xa/07294/atom.xml',
		language: 'vi',
		rights: 'CC BY 4.0',
	},
};
const entry = (number: number) => ({
	...{ id: `${head.link}#${number}`, title: `Số liệu ${number}`, text: 'Đủ 5 kỹ năng: < 5 & hơn' },
	...{ link: `${head.link}?thang=2026-10&x=1`, at: `2026-11-0${number}T03:00:00Z` },
});

/** Texts by the path of their elements; throws where the text is no XML. */
function read(xml: string): Map<string, string[]> {
	const texts = new Map<string, string[]>();
	const path: string[] = [];
	const parser = sax.parser(true);
	parser.onerror = (error) => {
		throw error;
	};
	parser.onopentag = ({ name }) => path.push(name);
	parser.onclosetag = () => path.pop();
	parser.ontext = parser.oncdata = (text) => {
		if (text.trim() === '') return;
		const key = path.join('/');
		texts.set(key, [...(texts.get(key) ?? []), text]);
	};
	parser.write(xml).close();
	return texts;
}

it('writes news as Atom, the newest first, whatever letters they hold', () => {
	const texts = read(writeAtom(head, [entry(2), entry(1)]));
	expect(texts.get('feed/title')).toEqual([head.title]);
	expect(texts.get('feed/updated')).toEqual(['2026-11-02T03:00:00.000Z']);
	expect(texts.get('feed/entry/id')).toEqual([entry(2).id, entry(1).id]);
	expect(texts.get('feed/entry/title')).toEqual(['Số liệu 2', 'Số liệu 1']);
	expect(texts.get('feed/entry/summary')).toEqual([entry(2).text, entry(1).text]);
});

it('is sound before there are any', () => {
	expect(read(writeAtom(head, [])).get('feed/id')).toEqual([head.address]);
});
