import { deviceOwnerCookie } from '../../contracts/accounts';

/** Says to every open entry page that something was sent, also from the service worker. */
export const channelName = 'nhip-so-entry';

/** The tag under which a browser wakes the service worker when there is a connection again. */
export const syncTag = 'send-reports';

/** The account whose drafts this device shows; null when nobody has signed in since the last sign-out. */
export function deviceOwner(cookies: string): number | null {
	const start = `${deviceOwnerCookie}=`;
	const pair = cookies.split('; ').find((cookie) => cookie.startsWith(start));
	const account = Number(pair?.slice(start.length) ?? '');
	return Number.isInteger(account) && account > 0 ? account : null;
}

/** A UUID also over plain http, where `crypto.randomUUID` doesn't exist. */
export function newId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	const hex = Array.from(bytes, (byte, index) => {
		const value = index === 6 ? (byte & 15) | 64 : index === 8 ? (byte & 63) | 128 : byte;
		return value.toString(16).padStart(2, '0');
	}).join('');
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * Runs one sender at a time on a device, where the browser can tell; a second one waits, since the
 * first may not see what only the second one's page has.
 * Where it can't, as on plain http or with storage refused, the server takes a report once in any case.
 */
export async function onlyOneSender(send: () => Promise<void>): Promise<void> {
	const lockManager = { hasAnswered: false };
	const asked = () => {
		lockManager.hasAnswered = true;
		return send();
	};
	try {
		await navigator.locks.request('nhip-so-send', asked);
	} catch (error) {
		if (lockManager.hasAnswered) throw error;
		await send();
	}
}

/** The device's own clock, ISO: kept and shown, never trusted. */
export const now = (): string => new Date().toISOString();

/** Asks the browser not to clear away what the device keeps when it runs short of room. */
export function keepStorage(): void {
	// Missing on plain http; refusing is the browser's right and changes nothing here.
	if ('storage' in navigator) void navigator.storage.persist().catch(() => undefined);
}

interface SyncRegistration extends ServiceWorkerRegistration {
	readonly sync: { register: (tag: string) => Promise<void> };
}

const canSync = (registration: ServiceWorkerRegistration): registration is SyncRegistration =>
	'sync' in registration;

/** Lets the browser send later, when the page may be closed; where it can't, the page sends by itself. */
export async function askForSync(): Promise<void> {
	if (!('serviceWorker' in navigator)) return;
	try {
		const registration = await navigator.serviceWorker.getRegistration();
		if (!registration?.active || !canSync(registration)) return;
		await registration.sync.register(syncTag);
	} catch (error) {
		// Where storage is refused, or the person has switched it off.
		console.warn('This device sends only while the page is open.', error);
	}
}
