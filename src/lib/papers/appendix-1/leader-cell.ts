import { searchKey } from '../../contracts/text/search-key';

export interface LeaderCell {
	fullName: string;
	position: string;
	/** The name with the word of address before it, which some bear as their family name: `Ông Ích Khiêm`. */
	asWritten: string;
}

const address = /^(ông\s*\/\s*bà|ông|bà|anh|chị|đồng chí|đ\s*\/\s*c|đc)(\s*[:.]\s*|\s+)(?=\S)/iu;

/** Posts that stand behind a name without any mark between; a lower-case letter tells them from names. */
const posts = [
	'truong thon',
	'truong ban',
	'truong khu',
	'truong xom',
	'truong ap',
	'truong pho',
	'truong tieu',
	'truong cong',
	'to truong',
	'to pho',
	'pho truong',
	'pho thon',
	'pho chu',
	'pho bi',
	'bi thu',
	'chu tich',
	'can bo',
	'cong chuc',
	'cong an',
];

/** `Ông Nguyễn Văn An - Trưởng thôn`, on one line or two, with or without the position. */
export function readLeaderCell(text: string): LeaderCell {
	const lines = text.normalize('NFC').split(/\r?\n/);
	const [first = '', ...rest] = lines.map(tidy).filter((line) => line !== '');
	const [name, position] = rest.length > 0 ? [first, rest.join(' ')] : splitLine(first);
	const asWritten = tidy(name.replace(/[\s,;:–-]+$/u, ''));
	return {
		fullName: asWritten.replace(address, ''),
		position: withoutBrackets(position),
		asWritten,
	};
}

/** What `readLeaderCell` reads back: the name on one line, the position below. */
export function writeLeaderCell({
	fullName,
	position,
}: Pick<LeaderCell, 'fullName' | 'position'>): string {
	const below = position === '' ? '' : `\n${position}`;
	const plain = fullName + below;
	return readLeaderCell(plain).fullName === fullName ? plain : `Ông/Bà: ${plain}`;
}

const tidy = (text: string) => text.replace(/\s+/gu, ' ').trim();

function splitLine(line: string): [string, string] {
	const marked = /^(.+?)(?:\s*[,;]\s*|\s+[-–—]+\s*|\s*[–—]+\s*|\s*(?=\())(.+)$/u.exec(line);
	if (marked?.[1] && marked[2]) return [marked[1], marked[2]];
	const words = line.split(' ');
	const start = words.findIndex((word, index) => {
		const next = words[index + 1] ?? '';
		const third = words[index + 2] ?? '';
		return (
			index >= 2 &&
			posts.includes(searchKey(`${word} ${next}`)) &&
			[word, next, third].some((each) => /^\p{Ll}/u.test(each))
		);
	});
	if (start > 0) return [words.slice(0, start).join(' '), words.slice(start).join(' ')];
	// A dash without spaces belongs to names as well: it ends one only before a post.
	const dashed = /^(.{3,}?)-(?=\S+ \S)(.+)$/u.exec(line);
	const post = searchKey(dashed?.[2] ?? '');
	return dashed?.[1] && dashed[2] && posts.some((each) => post.startsWith(each))
		? [dashed[1], dashed[2]]
		: [line, ''];
}

const withoutBrackets = (text: string) => tidy(text.replace(/^\(([^()]*)\)$/u, '$1'));
