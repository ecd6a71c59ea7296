/// <reference types="@sveltejs/kit" />
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { version } from '$service-worker';
import { toAddress } from './lib/messages/addresses';
import { channelName, onlyOneSender, syncTag } from './lib/reports/entry/device';
import { DeviceStore } from './lib/reports/entry/device-store';
import { sendWaiting } from './lib/reports/entry/send';

/**
 * Keeps the entry page for when there is no connection, and sends what waits. Registered with the
 * scope of that page alone; the page it keeps was fetched without a cookie, so it is nobody's.
 */
declare const self: ServiceWorkerGlobalScope;

const { pathname: page } = new URL(self.registration.scope);
const locale = page.startsWith('/en/') ? 'en' : 'vi';
const shell = toAddress('/entry/shell', locale);
/** One of a version and language; those of other versions go when it takes over. */
const prefix = `entry-${locale}-`;
const cacheName = prefix + version;

self.addEventListener('install', (event) => {
	event.waitUntil(keepPage());
});

async function keepPage(): Promise<void> {
	const answer = await fetch('/_app/entry-assets.json', { cache: 'no-store' });
	const assets: unknown = answer.ok ? await answer.json() : {};
	const files = Object.entries(assets ?? {}).find(([key]) => key === locale)?.[1] as unknown;
	const names = Array.isArray(files) ? files.filter((file) => typeof file === 'string') : [];
	const cache = await caches.open(cacheName);
	await cache.addAll(names);
	await cache.add(new Request(shell, { credentials: 'omit', cache: 'no-store' }));
	await self.skipWaiting();
}

self.addEventListener('activate', (event) => {
	event.waitUntil(takeOver());
});

async function takeOver(): Promise<void> {
	const names = await caches.keys();
	const old = names.filter((name) => name.startsWith(prefix) && name !== cacheName);
	await Promise.all(old.map((name) => caches.delete(name)));
	await self.clients.claim();
}

self.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname } = new URL(request.url);
	if (request.method !== 'GET' || origin !== self.location.origin) return;
	if (request.mode === 'navigate' && pathname === page) event.respondWith(kept(shell, request));
	else if (pathname.startsWith('/_app/immutable/')) event.respondWith(kept(request, request));
});

/** From the device at once, however weak the connection; from the server what isn't there. */
async function kept(wanted: RequestInfo, request: Request): Promise<Response> {
	const cache = await caches.open(cacheName);
	return (await cache.match(wanted)) ?? fetch(request);
}

self.addEventListener('sync', (event) => {
	if (event.tag === syncTag) event.waitUntil(onlyOneSender(sendAll));
});

async function sendAll(): Promise<void> {
	const store = new DeviceStore();
	await sendWaiting(store, {
		impatient: true,
		now: Date.now,
		fetch: (...request: Parameters<typeof fetch>) => fetch(...request),
	});
	new BroadcastChannel(channelName).postMessage('sent');
	// Refused, so that the browser tries again by itself, with pauses of its own.
	if ((await store.waiting()).length > 0) throw new Error('Some reports still wait.');
}

interface SyncEvent extends ExtendableEvent {
	readonly tag: string;
}

declare global {
	interface ServiceWorkerGlobalScopeEventMap {
		sync: SyncEvent;
	}
}
