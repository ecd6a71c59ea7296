import { viewedUnits } from '$lib/accounts/sessions/live-access.server';
import type { Viewer } from '$lib/contracts/accounts';
import { readableSnapshot } from '$lib/coverage/snapshot-file.server';
import { NotFoundError } from '$lib/server/errors';
import { app } from '$lib/server/app';
import type { Database } from '$lib/server/db/client';
import { answer, problem } from '$lib/server/http';
import { answerPrivately, answerReading } from '$lib/server/open-reading';
import { readCoverageMonth } from '$lib/reports/status/coverage-month.server';
import type { RequestHandler } from './$types';

/**
 * Everything a screen shows for `period` (default: the newest one that is due) and `unit` (a code;
 * default: what the site is about), and the number from which `changes` goes on.
 */
export const GET: RequestHandler = ({ locals, url, request, getClientAddress }) =>
	answer(async () => {
		const { database } = locals.handle;
		const stream = url.searchParams.get('stream') ?? 'public';
		if (stream === 'internal') {
			const viewer = locals.actor ?? locals.screen;
			if (!viewer) return problem(401, 'signIn');
			if (viewedUnits(viewer).length === 0) return problem(403, 'forbidden');
			return answerPrivately(await readableSnapshot(request, await open(database, url, viewer)));
		}
		if (stream !== 'public') return problem(400, 'invalid', { detail: 'stream=public|internal' });
		const reading = { request, address: getClientAddress(), pace: 'pages' } as const;
		return answerReading(reading, async () =>
			readableSnapshot(request, await open(database, url, null)),
		);
	});

async function open(database: Database, { searchParams }: URL, actor: Viewer | null) {
	const coverageMonth = await readCoverageMonth(database, {
		homeCode: searchParams.get('unit') ?? app().config.homeUnit,
		periodCode: searchParams.get('period') ?? undefined,
		actor,
		now: new Date(),
	});
	if (!coverageMonth) throw new NotFoundError('There is no such unit.');
	return coverageMonth.snapshot;
}
