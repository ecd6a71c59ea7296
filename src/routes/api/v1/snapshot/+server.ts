import { viewedUnits } from '$lib/accounts/live-access.server';
import type { Actor } from '$lib/contracts/accounts';
import { NotFoundError } from '$lib/server/errors';
import { app } from '$lib/server/app';
import { changePosition } from '$lib/server/change-log';
import type { Database } from '$lib/server/db/client';
import { answer, problem } from '$lib/server/http';
import { latestDuePeriod, listMonths } from '$lib/reports/periods.server';
import { readScreen } from '$lib/reports/screen.server';
import type { RequestHandler } from './$types';

/** Public snapshots as text, by period and unit: when all come back at once, one is taken for all. */
const shared = new Map<string, { number: number; text: Promise<string> }>();
const mostShared = 24;

/**
 * Everything a screen shows for `period` (default: the newest one that is due) and `unit` (a code;
 * default: what the site is about), and the number from which `changes` goes on.
 */
export const GET: RequestHandler = ({ locals, url, request }) =>
	answer(async () => {
		const { database } = locals.handle;
		const now = new Date();
		const asked = url.searchParams.get('period');
		// Asking for a month doesn't make it.
		if (asked !== null && !(await listMonths(database, now)).some(({ code }) => code === asked))
			return problem(404, 'notFound');
		const period = asked ?? (await latestDuePeriod(database, now)).code;
		const unit = url.searchParams.get('unit') ?? app().config.homeUnit;
		const stream = url.searchParams.get('stream') ?? 'public';
		if (stream === 'internal') {
			if (!locals.actor) return problem(401, 'signIn');
			if (viewedUnits(locals.actor).length === 0) return problem(403, 'forbidden');
			const text = await take(database, unit, period, locals.actor);
			return reply(text, { 'cache-control': 'no-store' });
		}
		if (stream !== 'public') return problem(400, 'invalid', { detail: 'stream=public|internal' });

		const { lastNumber } = await changePosition(database);
		const subject = `${unit ?? ''} ${period}`;
		const headers = {
			'cache-control': 'public, no-cache',
			etag: `W/"${lastNumber}-${encodeURIComponent(subject)}"`,
		};
		if (request.headers.get('if-none-match') === headers.etag)
			return new Response(null, { status: 304, headers });
		const known = shared.get(subject);
		if (known?.number === lastNumber) return reply(await known.text, headers);
		const text = take(database, unit, period, null);
		shared.delete(subject);
		shared.set(subject, { number: lastNumber, text });
		text.catch(() => shared.delete(subject));
		for (const oldest of [...shared.keys()].slice(0, -mostShared)) shared.delete(oldest);
		return reply(await text, headers);
	});

async function take(
	database: Database,
	homeCode: string | undefined,
	periodCode: string,
	actor: Actor | null,
): Promise<string> {
	const screen = await readScreen(database, { homeCode, periodCode, actor, now: new Date() });
	if (!screen) throw new NotFoundError('There is no such unit.');
	return JSON.stringify(screen.snapshot);
}

const reply = (text: string, headers: Record<string, string>) =>
	new Response(text, { headers: { 'content-type': 'application/json', ...headers } });
