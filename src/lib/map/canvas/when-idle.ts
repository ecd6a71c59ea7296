/** Calls back once the element is on the screen and the browser has nothing better to do. */
export function whenIdleAndVisible(element: Element, start: () => void): () => void {
	let cancel = () => {};
	const observer = new IntersectionObserver((entries) => {
		if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
		observer.disconnect();
		// Safari knows no idle callback.
		if ('requestIdleCallback' in window) {
			const handle = requestIdleCallback(start, { timeout: 3000 });
			cancel = () => cancelIdleCallback(handle);
		} else {
			const handle = setTimeout(start, 300);
			cancel = () => clearTimeout(handle);
		}
	});
	observer.observe(element);
	return () => {
		observer.disconnect();
		cancel();
	};
}
