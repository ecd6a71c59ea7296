import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
	facts,
	nominee,
	report,
	settings,
	vote,
} from '../../../../tests/fixtures/papers/award-season';
import { docxText } from '../../../../tests/fixtures/papers/docx-text';
import type { MinutesFacts } from '../../contracts/awards/papers';
import { writeAchievementReport } from './achievement-report';
import { writeDecision } from './decision';
import { writeListXlsx } from './write-list-xlsx.server';
import { writeMinutes } from './minutes';
import { writeNomineeList } from './nominee-list';
import { writeSubmissionLetter } from './submission-letter';

/** Papers as a word processor lays them out; `soffice --convert-to pdf` and `pdftotext` do where they are installed. */
const isInstalled = ['soffice', 'pdftotext', 'pdfinfo'].every(
	(name) => spawnSync(name, ['-h']).error === undefined,
);

/** So many that the list goes over the page, some with names longer than a column. */
const many = Array.from({ length: 36 }, (_, index) =>
	nominee(index + 100, {
		...{ categoryId: 2, categoryName: 'Tổ ở thôn, tổ dân phố tiêu biểu', kind: 'villageTeam' },
		name: `Tổ công nghệ số cộng đồng khu dân cư Suối Đồng Mây Thượng số ${index + 1}`,
		unit: { kind: 'thon', name: `Suối Đồng Mây Thượng số ${index + 1}`, code: '98001-01' },
	}),
);
const long: MinutesFacts = {
	...facts,
	nominees: [...facts.nominees, ...many],
	votes: [...facts.votes, ...many.map(({ nominationId }) => vote(nominationId))],
	proposed: [...facts.proposed, ...many.map(({ nominationId }) => nominationId)],
};
/** Communes nominate others too, and are named with them. */
const named = ['Lò Thị Mây', ...many.map(({ name }) => name)];

/** A number at a name's end may begin a longer one. */
const timesIn = (text: string, name: string) => text.split(new RegExp(`${name}(?!\\d)`)).length - 1;

/** In points; a paper's margins are 20 mm above, below and right, and 30 mm left. */
const [width, height] = [595.3, 841.9];
const millimetre = 72 / 25.4;

interface Word {
	text: string;
	left: number;
	right: number;
	top: number;
	bottom: number;
}
interface Rendered {
	pages: number;
	text: string;
	/** Words with where they begin and end across the page and down. */
	words: Word[];
	wordsOfPages: Word[][];
}

let folder = '';
const rendered = new Map<string, Rendered>();
/** The list as a workbook, printed. */
let listed: Rendered = { pages: 0, text: '', words: [], wordsOfPages: [] };

const upright = /Page size: +59[45](?:\.\d+)? x 84[12](?:\.\d+)? pts \(A4\)/;
const across = /Page size: +84[12](?:\.\d+)? x 59[45](?:\.\d+)? pts \(A4\)/;

function read(path: string, size: RegExp): Rendered {
	const about = execFileSync('pdfinfo', [path], { encoding: 'utf8' });
	expect(about).toMatch(size);
	const boxes = execFileSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8' });
	const word =
		/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g;
	const wordsOfPages = boxes
		.split('<page ')
		.slice(1)
		.map((page) =>
			[...page.matchAll(word)].map(([, left, top, right, bottom, text = '']) => ({
				...{ text, left: Number(left), right: Number(right) },
				...{ top: Number(top), bottom: Number(bottom) },
			})),
		);
	return {
		pages: Number(/^Pages: +(\d+)/m.exec(about)?.[1]),
		text: execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' '),
		words: wordsOfPages.flat(),
		wordsOfPages,
	};
}

/** Whether a word is printed over a good part of another one. */
const isOver = (one: Word, other: Word): boolean =>
	Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
	Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > (one.bottom - one.top) / 3;

it.each([
	['submission letter', () => writeSubmissionLetter(long, settings, 2026)],
	['list', () => writeNomineeList(long, settings)],
	['decision', () => writeDecision(long, settings, 2026)],
])('a long %s names each nominee once', async (_, write) => {
	const text = (await docxText(await write())).join('\n');
	for (const one of named) expect([one, timesIn(text, one)]).toEqual([one, 1]);
});

if (isInstalled) {
	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'nhip-so-papers-'));
		const papers = {
			'to-trinh': await writeSubmissionLetter(long, settings, 2026),
			'danh-sach': await writeNomineeList(long, settings),
			'bien-ban': await writeMinutes(long, settings, 2026),
			'quyet-dinh': await writeDecision(long, settings, 2026),
			'bao-cao-thanh-tich': await writeAchievementReport(report, settings, 2026),
		};
		const paths = Object.entries(papers).map(([name, content]) => {
			const path = join(folder, `${name}.docx`);
			writeFileSync(path, content);
			return path;
		});
		const list = join(folder, 'bang.xlsx');
		writeFileSync(list, await writeListXlsx(long, settings));
		execFileSync('soffice', [
			...[`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless'],
			...['--convert-to', 'pdf', '--outdir', folder, ...paths, list],
		]);
		for (const name of Object.keys(papers))
			rendered.set(name, read(join(folder, `${name}.pdf`), upright));
		listed = read(join(folder, 'bang.pdf'), across);
	}, 120_000);

	afterAll(() => {
		rmSync(folder, { recursive: true, force: true });
	});

	it('keeps every paper to A4 and to its margins, whatever the length of a name', () => {
		expect(rendered.size).toBe(5);
		for (const [name, { words }] of rendered) {
			expect(words.length).toBeGreaterThan(100);
			const outside = words.filter(
				({ left, right, top, bottom }) =>
					left < 30 * millimetre - 1 ||
					right > width - 20 * millimetre + 1 ||
					top < 10 * millimetre - 1 ||
					bottom > height - 20 * millimetre + 1,
			);
			expect(outside, name).toEqual([]);
		}
	});

	it.each([
		['to-trinh', 4],
		['danh-sach', 3],
		['quyet-dinh', 3],
	])('names each nominee once in %s, on no more pages than it takes', (name, pages) => {
		const { text, pages: found } = rendered.get(name) ?? { text: '', pages: 0 };
		expect(found).toBe(pages);
		for (const one of named) expect([one, timesIn(text, one)]).toEqual([one, 1]);
	});

	it('prints the workbook of the list on A4 across: headings on each page, no line over another', () => {
		expect(listed.pages).toBe(2);
		for (const one of named) expect([one, timesIn(listed.text, one)]).toEqual([one, 1]);
		expect(timesIn(listed.text, 'Tên tập thể, họ và tên cá nhân')).toBe(2);
		for (const words of listed.wordsOfPages) {
			expect(Math.max(...words.map(({ right }) => right))).toBeGreaterThan(0.85 * height);
			const covered = words.flatMap((one, index) =>
				words.slice(index + 1).flatMap((other) => (isOver(one, other) ? [[one, other]] : [])),
			);
			expect(covered).toEqual([]);
		}
	});
}
