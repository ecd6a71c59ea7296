import { redirect } from '@sveltejs/kit';
import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { localDay } from '$lib/contracts/local-time';
import { toAddress } from '$lib/messages/addresses';
import { isListDay, longestAddressee, longestBasis, typedLine } from '$lib/papers/roster/choices';
import { exportTeams, teamExports } from '$lib/papers/roster/export-teams.server';
import { servePaper } from '$lib/papers/serve-paper.server';
import { InvalidError, NotFoundError } from '$lib/server/errors';
import { pageData } from '$lib/server/http';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const today = localDay(new Date());
		const unit = url.searchParams.get('don-vi') ?? '';
		const asked = url.searchParams.get('ngay') ?? today;
		const day = isListDay(asked, today) ? asked : today;
		const file = teamExports.find((each) => each === url.searchParams.get('tep')) ?? 'xlsx';
		const letter = {
			addressee: typedLine(url.searchParams.get('kinh-gui'), longestAddressee),
			basis: typedLine(url.searchParams.get('can-cu'), longestBasis),
		};
		try {
			return servePaper(await exportTeams(database, actor, { file, unit, day, letter }));
		} catch (thrown) {
			const isTooMany = thrown instanceof InvalidError;
			if (!isTooMany && !(thrown instanceof NotFoundError)) throw thrown;
			const refused = isTooMany ? 'tooManyMembers' : 'none';
			const query = new URLSearchParams({ 'don-vi': unit, ngay: day, loi: refused });
			redirect(303, `${toAddress('/teams/import', locals.locale)}?${query}`);
		}
	});
