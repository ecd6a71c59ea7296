import type { APIRequestContext } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { HtmlValidate } from 'html-validate';
import { lookedAtOn } from '../../src/lib/contracts/accessibility';
import { localDay, startOfDay } from '../../src/lib/contracts/local-time';
import { createFormat } from '../../src/lib/messages/format';
import { vi } from '../../src/lib/messages/vi';
import { serverAddress } from './environment';
import { expect, test, unpacked } from './fixtures';
import { listedIn, oneOfEach } from './public-page-types';

/** All that is public, by requests alone: pages are what they say in their source. */

test.use(unpacked);
test.describe.configure({ mode: 'parallel' });

async function publicPages(request: APIRequestContext): Promise<string[]> {
	const xml = await (await request.get('/sitemap.xml')).text();
	const found = oneOfEach(listedIn(xml)).flatMap(([, path]) => path ?? []);
	expect(found.length).toBeGreaterThan(20);
	return found;
}

const inEnglish = (path: string) => (path === '/' ? '/en' : `/en${path}`);

/** Frames that other sites show, and pages of a day: nobody looks for them, but everybody may open them. */
async function others(request: APIRequestContext): Promise<string[]> {
	const snapshot = (await (await request.get('/api/v1/snapshot')).json()) as {
		units: { code: string }[];
	};
	const code = snapshot.units[0]?.code ?? '';
	return [`/nhung/xa/${code}`, '/nhung/ban-do', `/xa/${code}/2026-10-15`, '/dang-nhap'];
}

const decode = (text: string) => text.replaceAll('&amp;', '&');

/** What a page of this site leads to within it, with fragments. */
const linksOf = (html: string, path: string): string[] =>
	[...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].flatMap(([, link = '']) => {
		const target = new URL(decode(link), serverAddress + path);
		return target.origin === serverAddress ? [target.pathname + target.search + target.hash] : [];
	});

const idsOf = (html: string) =>
	new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => decode(id)));

/** Communes, months, what a map is coloured by and the like are all of one kind. */
const kindOf = (link: string) => link.replace(/\?[^#]*/, '?').replace(/\d[\w.-]*/g, '0');
const mostOfOneKind = 2;

test('every link leads somewhere, and every fragment to its place', async ({ request }) => {
	const dead: string[] = [];
	const answers = new Map<string, Promise<{ status: number; html: string | null }>>();
	const open = (address: string) => {
		const known = answers.get(address);
		if (known) return known;
		const asked = request.get(address).then(async (answer) => ({
			status: answer.status(),
			html: answer.headers()['content-type']?.includes('html') ? await answer.text() : null,
		}));
		answers.set(address, asked);
		return asked;
	};
	const seen = new Set<string>();
	const kinds = new Map<string, number>();
	const pages = await publicPages(request);
	const waiting = [...pages, ...pages.map(inEnglish), ...(await others(request))].map((link) => ({
		...{ link, from: 'the site map' },
	}));
	const follow = async (): Promise<void> => {
		for (let next = waiting.shift(); next; next = waiting.shift()) {
			const { link, from } = next;
			const [address = '', fragment] = link.split('#');
			const { status, html } = await open(address);
			if (status >= 400) dead.push(`${status} ${link} on ${from}`);
			if (fragment && html !== null && !idsOf(html).has(decodeURIComponent(fragment)))
				dead.push(`no #${fragment} in ${address}, on ${from}`);
			for (const each of html === null ? [] : linksOf(html, address)) {
				const kind = kindOf(each);
				const already = kinds.get(kind) ?? 0;
				if (seen.has(each) || already >= mostOfOneKind) continue;
				seen.add(each);
				kinds.set(kind, already + 1);
				waiting.push({ link: each, from: address });
			}
		}
	};
	await Promise.all([follow(), follow(), follow(), follow()]);
	expect(answers.size).toBeGreaterThan(150);
	expect(dead).toEqual([]);
});

test('the source of every type of page is valid HTML, in both languages, and says what it is about to those who search', async ({
	request,
}) => {
	const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
	const faults: string[] = [];
	const found = await publicPages(request);
	const pages = [...found, ...(await others(request))];
	for (const path of [...pages, ...pages.map(inEnglish)]) {
		const answer = await request.get(path);
		expect([path, answer.status()]).toEqual([path, 200]);
		// As the page on privacy promises.
		expect([path, answer.headers()['set-cookie']]).toEqual([path, undefined]);
		const html = await answer.text();
		const { results } = await validator.validateString(html, path);
		for (const { ruleId, message, selector } of results.flatMap(({ messages }) => messages))
			faults.push(`${path}: ${ruleId}: ${message} (${selector ?? ''})`);
		const isListed = found.some((each) => path === each || path === inEnglish(each));
		if (isListed && !/<meta name="description" content="[^"]{20,}"/.test(html))
			faults.push(`${path}: no description`);
	}
	expect(faults).toEqual([]);
});

/** What the home page says of the communes of which something became public this month. */
async function communesInTheNews(request: APIRequestContext): Promise<number> {
	const html = await (await request.get('/')).text();
	const format = createFormat('vi', vi);
	const month = format.month(localDay(new Date()).slice(0, 7));
	const [, news = ''] = html.split(`<h2 id="news"`);
	expect(news).toContain(vi.home.news.title(month));
	const pattern = new RegExp(vi.home.news.communes('([\\d.]+)'));
	return Number((pattern.exec(news)?.[1] ?? '0').replaceAll('.', ''));
}

test('the home page counts the communes of which something was published this month, as the files have it', async ({
	request,
}) => {
	const since = startOfDay(`${localDay(new Date()).slice(0, 7)}-01`);
	// Others publish meanwhile.
	const atLeast = await communesInTheNews(request);
	const { months } = (await (await request.get('/api/v1/data')).json()) as {
		months: { files: { csv: string } }[];
	};
	const communes = new Set<string>();
	for (const { files } of months) {
		const text = await (await request.get(files.csv)).text();
		for (const row of parse<Record<string, string>>(text, { columns: true, bom: true }))
			if (new Date(row['approved_at'] ?? '') >= since) communes.add(row['unit_code'] ?? '');
	}
	// None, where nothing was published since a month began.
	expect(communes.size).toBeGreaterThanOrEqual(atLeast);
	expect(communes.size).toBeLessThanOrEqual(await communesInTheNews(request));
});

test('the method is read in chapters that its contents name, and the statement of accessibility names a day', async ({
	request,
}) => {
	const contents = await (await request.get('/phuong-phap')).text();
	const [, list = ''] = /<nav aria-label="Trong trang này"[^>]*>(.*?)<\/nav>/s.exec(contents) ?? [];
	const chapters = linksOf(list, '/phuong-phap');
	expect(chapters).toHaveLength(9);
	for (const chapter of chapters) {
		const answer = await request.get(chapter);
		expect([chapter, answer.status()]).toEqual([chapter, 200]);
		const [, main = ''] = /<main[^>]*>(.*?)<\/main>/s.exec(await answer.text()) ?? [];
		const words = main.replace(/<[^>]*>/g, ' ').split(/\s+/);
		expect([chapter, words.length > 30, words.length < 2_500]).toEqual([chapter, true, true]);
	}
	expect(lookedAtOn <= localDay(new Date())).toBe(true);
	const statement = await (await request.get('/tiep-can')).text();
	expect(statement).toContain(createFormat('vi', vi).date(lookedAtOn));
});
