import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { sealAudit } from '$lib/accounts/audit/seal-audit.server';
import { eraseAccounts } from '$lib/accounts/personal-data/erase-accounts.server';
import { forgetAttempts } from '$lib/accounts/sign-in/attempt-store.server';
import { slowDownOldCodes } from '$lib/accounts/second-factor/recovery-codes.server';
import { identify } from '$lib/accounts/sessions/identify.server';
import { hasSession } from '$lib/accounts/sessions/session-cookie.server';
import { liveAccess } from '$lib/accounts/sessions/live-access.server';
import { eraseNominees } from '$lib/awards/nominations/erase.server';
import { doorOf, mayOpen } from '$lib/accounts/access/policy.server';
import { syncCatalogue } from '$lib/indicators/sync.server';
import { publishStoredReports } from '$lib/coverage/publish-stored.server';
import { fromAddress } from '$lib/messages/addresses';
import { makeCurrentPeriods } from '$lib/reports/periods/periods.server';
import { reminderChore } from '$lib/reports/reminders/reminder-chore.server';
import { isForeign, refuseForeign } from '$lib/server/foreign';
import {
	answerOutage,
	hasSoundQuery,
	leadToSoleAddress,
	protect,
	refuse,
	refuseDepth,
	reportDefect,
	toSoundQuery,
} from '$lib/server/http';
import { duringRequest, type RequestContext } from '$lib/server/log';
import { forgetUploads } from '$lib/papers/reports/forget-uploads.server';
import { forgetImports } from '$lib/papers/roster/forget-imports.server';
import { app, startApp } from '$lib/server/app';
import { forgetPairings } from '$lib/screens/forget-pairings.server';
import { withScreens } from '$lib/screens/live-access.server';
import { visitingScreen } from '$lib/screens/visiting-screen.server';
import { startHousekeeping } from '$lib/server/housekeeping';
import { serveLive } from '$lib/server/live/serve';
import { forgetPages, isKept, keepPages, keptPage } from '$lib/server/page-cache/serve';
import { isTooLong, refuseBody } from '$lib/server/posted-body';
import { submitOnce } from '$lib/server/submit-once';
import { eraseMembers } from '$lib/teams/erase-members.server';
import { syncCompositionRules } from '$lib/teams/rules/sync.server';

export const init: ServerInit = async () => {
	await startApp();
	await syncCatalogue(app().handle.database);
	await syncCompositionRules(app().handle.database);
	const { config, handle } = app();
	const people = liveAccess(handle.database, config);
	await serveLive(withScreens(people, handle.database, config));
	keepPages(hasSession);
	const chores = {
		eraseAccounts,
		forgetAttempts,
		eraseMembers,
		eraseNominees,
		makeCurrentPeriods,
		sendReminders: reminderChore(app().config),
		forgetUploads,
		forgetImports,
		forgetPairings,
		slowDownOldCodes,
		publishStoredReports,
	};
	await startHousekeeping(app(), chores, { sealAudit });
};

/** Asked for by machines, which have no session. */
const withoutVisitor = new Set<string | null>(['/healthz', '/readyz']);

export const handle: Handle = ({ event, resolve }) => {
	const context: RequestContext = {
		request: randomUUID(),
		method: event.request.method,
		route: event.route.id,
		accountId: null,
	};
	return duringRequest(context, () => respond(event, resolve, context));
};

type Respond = (
	event: RequestEvent,
	resolve: Parameters<Handle>[0]['resolve'],
	context: RequestContext,
) => Promise<Response>;

const respond: Respond = async (event, resolve, context) => {
	event.locals.handle = app().handle;
	event.locals.locale = fromAddress(event.url.pathname).locale;
	Object.assign(event.locals, { actor: null, sessionHash: null, screen: null, outage: null });
	try {
		// A session may be made up, or over: then it is a visitor who asks.
		if (isKept(event) && hasSession(event.request.headers.get('cookie') ?? ''))
			await recognise(event);
		return await keptPage(event, async () => protect(event, await answer(event, resolve, context)));
	} catch (error) {
		return protect(event, await answerOutage(event, error));
	}
};

const recognise = async (event: RequestEvent) =>
	Object.assign(event.locals, await identify(event.locals.handle.database, event, app().config));

const answer: Respond = async (event, resolve, context) => {
	if (isForeign(event)) return refuseForeign(event);
	refuseDepth(event);
	leadToSoleAddress(event);
	if (!withoutVisitor.has(event.route.id)) {
		if (!event.locals.actor) await recognise(event);
		event.locals.screen = await visitingScreen(event.locals.handle.database, event);
	}
	context.accountId = event.locals.actor?.accountId ?? null;
	// A page that doesn't exist has nothing to guard: SvelteKit answers with the error page.
	const unknownPage = event.route.id === null && !event.url.pathname.startsWith('/api/');
	const { actor, screen } = event.locals;
	if (!unknownPage && !mayOpen(event.route.id, actor, screen))
		return refuse(event, doorOf(event.route.id));
	if (!hasSoundQuery(event)) return toSoundQuery(event);
	if (isTooLong(event.request, actor !== null)) return refuseBody(event);
	const render = () =>
		resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%lang%', event.locals.locale),
			// Every browser that runs our scripts reads WOFF 2: the older form of a font is never asked for.
			preload: ({ type, path }) =>
				type === 'js' || type === 'css' || (type === 'font' && path.endsWith('.woff2')),
		});
	const answered = await submitOnce(event, render);
	readBeforeScripts(answered.headers);
	if (event.request.method !== 'GET' && event.locals.actor && answered.status < 400) forgetPages();
	return answered;
};

export const handleError: HandleServerError = ({ error, event, status }) =>
	reportDefect(error, event, status);

/** On a slow line the text and its fonts come first: scripts wait for what they leave of it. */
function readBeforeScripts(headers: Headers): void {
	const links = headers.get('link');
	if (links)
		headers.set('link', links.replaceAll('rel="modulepreload"', '$&; fetchpriority="low"'));
}
