/** What tells that somebody does more than look at what a page opens with. */
const signs = ['pointerdown', 'scroll', 'keydown', 'focusin'];

/** Whether there were signs of it before the scripts came. */
export const isInUse = (): boolean => scrollY > 0 || document.activeElement !== document.body;

/** Calls back with the next sign that somebody is there. @returns what stops waiting for it. */
export function atNextSign(begin: () => void): () => void {
	const waiting = new AbortController();
	const options = { capture: true, passive: true, signal: waiting.signal };
	const note = () => {
		waiting.abort();
		begin();
	};
	for (const sign of signs) addEventListener(sign, note, options);
	return () => waiting.abort();
}
