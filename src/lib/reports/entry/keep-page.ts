/**
 * Lets the browser keep the entry page, so that it opens without a connection. The service worker
 * is only for this page: every other one comes from the server, always.
 */
export function keepPageOnDevice(scope: string): void {
	// Missing on plain http: the form then works while it is open.
	if (!('serviceWorker' in navigator)) return;
	const type = import.meta.env.DEV ? 'module' : 'classic';
	navigator.serviceWorker
		.register('/service-worker.js', { scope, type })
		// Refused in private windows: the page then needs a connection to open.
		.catch((error: unknown) => console.warn('The entry page is not kept on this device.', error));
}
