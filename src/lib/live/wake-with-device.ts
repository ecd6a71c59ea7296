import type { LiveConnection } from './connection';

/** Has a connection try at once when its device wakes up or is online again. @returns how to stop. */
export function wakeWithDevice(connection: LiveConnection): () => void {
	const wake = () => connection.wake();
	window.addEventListener('online', wake);
	document.addEventListener('visibilitychange', wake);
	return () => {
		window.removeEventListener('online', wake);
		document.removeEventListener('visibilitychange', wake);
	};
}
