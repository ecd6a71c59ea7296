import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { eraseAccounts } from '$lib/accounts/erase-accounts.server';
import { identify } from '$lib/accounts/identify.server';
import { liveAccess } from '$lib/accounts/live-access.server';
import { mayOpen } from '$lib/accounts/policy.server';
import { syncCatalogue } from '$lib/indicators/sync.server';
import { fromAddress } from '$lib/messages/addresses';
import { makeCurrentPeriods } from '$lib/reports/periods.server';
import { reminderChore } from '$lib/reports/reminders/reminder-chore.server';
import { protect, refuse, reportDefect } from '$lib/server/http';
import { forgetUploads } from '$lib/papers/reports/forget-uploads.server';
import { forgetImports } from '$lib/papers/roster/forget-imports.server';
import { app, startApp } from '$lib/server/app';
import { startHousekeeping } from '$lib/server/housekeeping';
import { serveLive } from '$lib/server/live/serve';
import { eraseMembers } from '$lib/teams/erase-members.server';
import { syncCompositionRules } from '$lib/teams/rules/sync.server';

export const init: ServerInit = async () => {
	await startApp();
	await syncCatalogue(app().handle.database);
	await syncCompositionRules(app().handle.database);
	await serveLive(liveAccess(app().handle.database, app().config));
	await startHousekeeping(app(), [
		eraseAccounts,
		eraseMembers,
		makeCurrentPeriods,
		reminderChore(app().config),
		forgetUploads,
		forgetImports,
	]);
};

export const handle: Handle = async ({ event, resolve }) => {
	event.locals.handle = app().handle;
	event.locals.locale = fromAddress(event.url.pathname).locale;
	Object.assign(event.locals, await identify(event.locals.handle.database, event, app().config));
	// A page that doesn't exist has nothing to guard: SvelteKit answers with the error page.
	const unknownPage = event.route.id === null && !event.url.pathname.startsWith('/api/');
	if (!unknownPage && !mayOpen(event.route.id, event.locals.actor)) return refuse(event);
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%lang%', event.locals.locale),
		// Every browser that runs our scripts reads WOFF 2: the older form of a font is never asked for.
		preload: ({ type, path }) =>
			type === 'js' || type === 'css' || (type === 'font' && path.endsWith('.woff2')),
	});
	return protect(event, response);
};

export const handleError: HandleServerError = ({ error, event, status }) =>
	reportDefect(error, event, status);
