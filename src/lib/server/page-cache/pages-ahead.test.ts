import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Change } from '../../contracts/events';
import { PagesAhead } from './pages-ahead';

const approved = (unitId: number, more: Partial<Change> = {}): Change =>
	({
		...{ type: 'figures', audience: 'public', level: 'commune', basis: 'approved' },
		...{ unitId, number: unitId, at: '', path: [], periodId: 1, figures: null },
		...more,
	}) as Change;

let read: string[];
let ahead: PagesAhead;
/** How long one page takes to write. */
let time: number;

beforeEach(() => {
	vi.useFakeTimers();
	[read, time] = [[], 100];
	ahead = new PagesAhead(
		async (path) => {
			read.push(path);
			await new Promise((resolve) => setTimeout(resolve, time));
			return `<meta property="og:image" content="https://nhipso.example.vn${path}/card.png?a=1&amp;b=2">`;
		},
		(communes) => Promise.resolve(['', ...communes.map((id) => `/xa/${id}`)]),
	);
});
afterEach(() => void vi.useRealTimers());

it('writes the page of what was approved and draws its card, and those of the whole', async () => {
	ahead.follow([approved(7), approved(7)]);
	expect(read).toEqual([]);
	await vi.advanceTimersByTimeAsync(1_000);
	expect(read).toEqual(['', '/card.png?a=1&b=2', '/xa/7', '/xa/7/card.png?a=1&b=2']);
});

it('leaves alone what the public is not told, and what is no commune', async () => {
	ahead.follow([
		approved(1, { audience: 'internal' }),
		approved(2, { level: 'village' }),
		{ type: 'structure', number: 3, at: '' },
	]);
	await vi.advanceTimersByTimeAsync(1_000);
	expect(read).toEqual([]);
});

it('takes what comes meanwhile together, the last of them, and rests longer than it works', async () => {
	ahead.follow([approved(1)]);
	await vi.advanceTimersByTimeAsync(750);
	expect(read).toHaveLength(4);
	for (let id = 100; id < 200; id += 1) ahead.follow([approved(id)]);
	await vi.advanceTimersByTimeAsync(1_900);
	expect(read).toHaveLength(4);
	await vi.advanceTimersByTimeAsync(10_000);
	const pages = read.slice(4).filter((path) => /^\/xa\/\d+$/.test(path));
	expect(pages).toEqual(Array.from({ length: 20 }, (_, index) => `/xa/${180 + index}`));
});

it('goes on after a page that could not be written', async () => {
	const failing = new PagesAhead(
		(path) => (read.push(path), Promise.reject(new Error('no answer'))),
		(communes) => Promise.resolve(communes.map((id) => `/xa/${id}`)),
	);
	const said = vi.spyOn(console, 'warn').mockReturnValue();
	failing.follow([approved(1)]);
	await vi.advanceTimersByTimeAsync(1_000);
	failing.follow([approved(2)]);
	await vi.advanceTimersByTimeAsync(1_000);
	expect(read).toEqual(['/xa/1', '/xa/2']);
	expect(said).toHaveBeenCalled();
	said.mockRestore();
});
