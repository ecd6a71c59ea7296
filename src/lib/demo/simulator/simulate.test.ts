import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import type { Figures } from '../history/figures';
import { corrections, departures } from '../history/wording';
import { randomFor } from '../random';
import { chooseAction } from './choose';
import type { SimulatedReport, SimulatedUnit } from './hand-over';
import { simulate, type Ending } from './simulate';

const figures: Figures = {
	households: 100,
	skill1: 60,
	skill2: 50,
	skill3: 55,
	skill4: 50,
	skill5: 52,
	allFive: 40,
	assisted: 5,
	vneid: 90,
	serviceAccount: 70,
};
const report = (state: SimulatedReport['state'], revision = 1) => ({ state, revision, figures });
const unit = (code: string, reports: SimulatedUnit['reports']): SimulatedUnit => ({
	unit: code,
	account: 'baocao.cum1',
	reports,
});
const now = new Date('2026-11-22T05:00:00Z');

const servers: Server[] = [];
afterEach(() => {
	for (const server of servers.splice(0)) server.close().closeAllConnections();
});

interface Request {
	path: string;
	account: string;
	body: Record<string, unknown>;
}

/** A server that answers every request with one of the given statuses in turn, the last one forever. */
async function serve(statuses: number[], done: (requests: Request[]) => void) {
	const requests: Request[] = [];
	const server = createServer((request, response) => {
		void readBody(request).then((body) => {
			requests.push({
				path: request.url ?? '',
				account: request.headers.authorization ?? '',
				body,
			});
			const status = statuses[Math.min(requests.length, statuses.length) - 1] ?? 200;
			response.writeHead(status, { 'content-type': 'application/json' });
			response.end(JSON.stringify({ revision: 7 }));
			done(requests);
		});
	});
	servers.push(server);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
}

async function run(units: SimulatedUnit[], statuses: number[], count: number) {
	const over = new AbortController();
	const { url, requests } = await serve(statuses, (seen) => {
		if (seen.length >= count) setTimeout(() => over.abort(), 50);
	});
	const lines: string[] = [];
	let saves = 0;
	const ending: Ending = await simulate({
		url,
		pace: 0.01,
		tokens: { duyet: 'token-of-duyet', 'baocao.cum1': 'token-of-cum1' },
		units,
		signal: over.signal,
		log: (line) => lines.push(line),
		save: () => {
			saves += 1;
			return Promise.resolve();
		},
	});
	return { ending, requests, lines, saves };
}

it('reports as the reporter and approves as the approver, one line an action', async () => {
	const units = [unit('99101-01', { '2026-10': report('approved') })];
	const { ending, requests, lines, saves } = await run(units, [201], 30);
	expect(ending).toBe('ended');
	expect(saves).toBe(1);
	expect(lines.length).toBeGreaterThanOrEqual(29);
	expect(requests.map(({ path }) => path)).toContain('/api/v1/reports');
	for (const { path, account, body } of requests)
		if (path === '/api/v1/reports') {
			expect(account).toBe('Bearer token-of-cum1');
			expect(body.householdSkills).toMatchObject({ households: 100 });
		} else {
			expect(account).toBe('Bearer token-of-duyet');
			// The revision that the server named is the one that is decided on.
			expect(body.revision).toBe(7);
		}
	expect(requests.some(({ path }) => path.endsWith('/decision'))).toBe(true);
});

it('tries again after errors, and says so once', async () => {
	const units = [unit('99101-01', { '2026-10': report('approved') })];
	const { lines, requests } = await run(units, [503, 503, 201], 4);
	expect(requests.length).toBeGreaterThanOrEqual(4);
	expect(lines.filter((line) => line.includes('503'))).toHaveLength(1);
});

it('ends when its tokens are refused', async () => {
	const units = [unit('99101-01', { '2026-10': report('approved') })];
	expect((await run(units, [401], 9)).ending).toBe('signedOut');
});

it('takes it as done when somebody else was faster', async () => {
	const one = unit('99101-01', { '2026-10': report('submitted') });
	await run([one], [409], 1);
	expect(one.reports['2026-10']?.state).not.toBe('submitted');
});

it('leaves villages in peace that are silent, and makes up for months that it missed', () => {
	const random = randomFor('choose');
	const talking = unit('99101-01', { '2026-10': report('approved') });
	const silent = unit('99102-01', { '2026-09': report('approved') });
	const chosen = new Set<string>();
	for (let draw = 0; draw < 200; draw += 1) {
		const action = chooseAction([talking, silent], new Map(), now, random);
		if (action) chosen.add(`${action.unit.unit} ${action.period}`);
	}
	expect(chosen).toEqual(new Set(['99101-01 2026-10', '99101-01 2026-11']));

	const later = new Date('2027-02-10T05:00:00Z');
	const periods = new Set<string>();
	for (let draw = 0; draw < 50; draw += 1)
		periods.add(chooseAction([talking], new Map(), later, random)?.period ?? '');
	expect(periods).toContain('2027-01');
});

it('gives a reason whenever it takes something back', () => {
	const random = randomFor('reasons');
	const one = unit('99101-01', { '2026-10': report('approved') });
	for (let draw = 0; draw < 300; draw += 1) {
		const action = chooseAction([one], new Map([['99101-01', 0.3]]), now, random);
		if (action?.kind === 'submit' && action.figures.allFive < figures.allFive)
			expect(action.reason?.length).toBeGreaterThan(5);
		if (action?.kind === 'submit' && action.period === '2026-11')
			expect(action.figures.allFive).toBeGreaterThanOrEqual(figures.allFive);
	}
});

it('approves what replaces an approved report with the cause that its reason tells', async () => {
	const units = [unit('99101-01', { '2026-10': report('approved') })];
	const { requests } = await run(units, [201], 60);
	const causes = new Map<string, string>(
		[...departures, ...corrections].map(({ reason, cause }) => [reason, cause]),
	);
	const expected = new Map<unknown, string | undefined>();
	let replaced = 0;
	for (const { path, body } of requests) {
		const period = body.period ?? path.split('/').at(-2);
		if (!path.endsWith('/decision')) expected.set(period, causes.get(String(body.reason)));
		else if (body.decision === 'approve') {
			expect(body.cause).toBe(expected.get(period));
			replaced += Number(body.cause !== undefined);
		}
	}
	expect(replaced).toBeGreaterThan(3);
});
