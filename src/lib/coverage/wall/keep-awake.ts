/** Keeps the screen from going dark while the page is visible. @returns how to stop. */
export function keepAwake(): () => void {
	let lock: WakeLockSentinel | undefined;
	let stopped = false;

	async function request() {
		if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
		try {
			lock = await navigator.wakeLock.request('screen');
		} catch {
			// Refused, as on a low battery: the screen may then sleep as usual.
			return;
		}
		if (stopped) await lock.release();
	}

	// The browser takes the lock back whenever the page is hidden.
	const onVisibility = () => void request();
	document.addEventListener('visibilitychange', onVisibility);
	void request();
	return () => {
		stopped = true;
		document.removeEventListener('visibilitychange', onVisibility);
		void lock?.release();
	};
}
