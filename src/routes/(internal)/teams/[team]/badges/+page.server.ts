import { localDay } from '$lib/contracts/local-time';
import { toAddress } from '$lib/messages/addresses';
import { app } from '$lib/server/app';
import { pageData } from '$lib/server/http';
import { linkOrigin } from '$lib/server/link-origin';
import { readBadgeSheet } from '$lib/teams/badges/read-sheet.server';
import type { PageServerLoad } from './$types';
import { idOf, signedIn } from '../../attempt.server';

export const load: PageServerLoad = ({ locals, params, url }) =>
	pageData(() => {
		const { actor, database } = signedIn(locals);
		return readBadgeSheet(database, actor, {
			teamId: idOf(params.team),
			day: localDay(new Date()),
			// Citizens read Vietnamese first, whoever prints.
			addressOf: (token) => linkOrigin(app().config, url) + toAddress(`/badge/${token}`, 'vi'),
		});
	});
