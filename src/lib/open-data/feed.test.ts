import sax from 'sax';
import { expect, it } from 'vitest';
import { writeAtom, type FeedHead } from './feed';

const head: FeedHead = {
	...{ name: 'commune/07294/2025-07-01', author: 'Nhịp Số' },
	...{ title: 'Xã Ổ Ữ & Ặ <đ>', link: 'https://nhipso.example.vn/xa/07294' },
	...{
		address: 'https://nhipso.example.vn/xa/07294/atom.xml',
		language: 'vi',
		rights: 'CC BY 4.0',
	},
};
const entry = (number: number) => ({
	...{ name: `2026-10/${number}`, title: `Số liệu ${number}`, text: 'Đủ 5 kỹ năng: < 5 & hơn' },
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
	expect(texts.get('feed/entry/title')).toEqual(['Số liệu 2', 'Số liệu 1']);
	// What is read as HTML says what was meant.
	const text = 'Đủ 5 kỹ năng: &lt; 5 &amp; hơn';
	expect(texts.get('feed/entry/summary')).toEqual([text, text]);
	expect(texts.get('feed/author/name')).toEqual(['Nhịp Số']);
});

it('names its news alike whatever a place is called by then and whichever page they lead to', () => {
	const idsOf = (given: FeedHead) => {
		const texts = read(writeAtom(given, [entry(2), entry(1)]));
		return [texts.get('feed/id'), texts.get('feed/entry/id')].flat();
	};
	const tag = 'tag:nhipso.example.vn,2025:vi/commune/07294/2025-07-01';
	expect(idsOf(head)).toEqual([tag, `${tag}/2026-10/2`, `${tag}/2026-10/1`]);
	const renamed = { title: 'Xã Mới', link: 'https://nhipso.example.vn/xa/07294/2026-10-31' };
	expect(idsOf({ ...head, ...renamed })).toEqual(idsOf(head));
	expect(idsOf({ ...head, language: 'en' })).not.toEqual(idsOf(head));
});

it('is sound before there are any', () => {
	expect(read(writeAtom(head, [])).get('feed/id')).toEqual([
		'tag:nhipso.example.vn,2025:vi/commune/07294/2025-07-01',
	]);
});
