import { error, redirect } from '@sveltejs/kit';
import { toAddress } from '$lib/messages/addresses';
import { fileLevels } from '$lib/papers/reports/file-choices.server';
import { reportFiles, writeReports } from '$lib/papers/reports/write-reports.server';
import { servePaper } from '$lib/papers/serve-paper.server';
import { InvalidError, NotFoundError } from '$lib/server/errors';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { actor, handle, locale }, url }) => {
	if (!actor) error(401, 'signIn');
	const { searchParams } = url;
	try {
		return servePaper(
			await writeReports(handle.database, actor, {
				file: reportFiles.find((file) => file === searchParams.get('tep')) ?? 'form',
				period: searchParams.get('ky') ?? '',
				unit: searchParams.get('don-vi') || undefined,
				levels: fileLevels(searchParams.get('cap')),
			}),
		);
	} catch (thrown) {
		if (!(thrown instanceof NotFoundError || thrown instanceof InvalidError)) throw thrown;
		const back = new URLSearchParams(searchParams);
		back.set('loi', thrown instanceof InvalidError ? 'tooManyUnits' : 'none');
		redirect(303, `${toAddress('/reports/files', locale)}?${back}`);
	}
};
