import { readMeeting } from '$lib/plans/meetings/read.server';
import { idParameter } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle }, params, url }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const meeting = await readMeeting(handle.database, actor, idParameter(params.meeting));
		const wantsRecord = url.searchParams.get('giay') === 'bien-ban';
		const paper: 'invitation' | 'record' =
			wantsRecord && meeting.recordedAt ? 'record' : 'invitation';
		return { meeting, paper };
	});
