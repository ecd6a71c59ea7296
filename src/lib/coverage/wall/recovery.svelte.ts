import { invalidate } from '$app/navigation';
import { updated } from '$app/state';
import { instantHeader, type ServerClock } from '$lib/live/server-clock';
import { sceneNames, type SceneName } from '$lib/contracts/wall';
import { minuteLength } from '../../contracts/local-time';

const retryTime = 3_000;
const releaseInterval = minuteLength;
/** A release waits no longer for a moment at which nothing moves. */
const longestWait = 10 * minuteLength;
/** Where a wall that loads itself anew leaves its scene; it is taken once. */
const sceneKey = 'wall-scene';
/** When it last did so: something in between that keeps old pages must not have it do nothing else. */
const leftKey = 'wall-left-at';

/**
 * Whether the server answers: loading a page from one that doesn't would leave nothing that tries again.
 * @param clock is set by the answer
 */
async function isServed(clock?: ServerClock): Promise<boolean> {
	const asked = Date.now();
	try {
		const answer = await fetch('/readyz', { signal: AbortSignal.timeout(retryTime) });
		clock?.hear(answer.headers.get(instantHeader), asked);
		return answer.ok;
	} catch {
		return false;
	}
}

let renewing: Promise<void> | undefined;

/** Reads the page's figures anew, once at a time. */
export function renew(dependency: string): Promise<void> {
	renewing ??= invalidate(dependency).finally(() => (renewing = undefined));
	return renewing;
}

/** Does something at most once in so long (milliseconds), however often it is asked to. */
export function atMostEvery(pause: number, act: () => void): () => void {
	let last = -Infinity;
	return () => {
		const now = Date.now();
		if (now - last < pause && now >= last) return;
		last = now;
		act();
	};
}

/** Loads the page anew once the server answers. */
export async function reloadWhenServed(): Promise<void> {
	while (!(await isServed())) await new Promise((settle) => setTimeout(settle, retryTime));
	location.reload();
}

/**
 * SvelteKit leaves a page whose data can't be had, and a browser without a line then shows a page of its
 * own, which tries nothing again: while a wall is open, its data is asked for until it comes.
 * @returns ends it
 */
export function askUntilAnswered(): () => void {
	const fetch = window.fetch.bind(window);
	window.fetch = async (input, init) => {
		const isData = typeof input === 'string' && input.includes('/__data.json');
		if (!isData) return fetch(input, init);
		for (;;) {
			const answer = await fetch(input, init).catch(() => null);
			if (answer && answer.status < 500) return answer;
			await new Promise((settle) => setTimeout(settle, retryTime));
		}
	};
	return () => {
		window.fetch = fetch;
	};
}

/** The scene at which this wall loaded itself anew; null when it was opened by somebody. */
export function takeLeftScene(): SceneName | null {
	const left = sessionStorage.getItem(sceneKey);
	sessionStorage.removeItem(sceneKey);
	return sceneNames.find((scene) => scene === left) ?? null;
}

export interface ReleaseWatch {
	/** What to come back to. */
	scene: () => SceneName;
	/** Nothing moves that a blink would miss. It is waited for, but not on a night on which all moves. */
	isQuiet: () => boolean;
	/** Somebody holds something up: that is over by itself, and is waited for. */
	isUsed: () => boolean;
	/** Set whenever the server is asked. */
	clock: ServerClock;
}

/**
 * Follows new releases of the program: asked every minute and whenever `check` is called, as once the line
 * is there again, which is how a restart looks from here. @returns how to ask, and how to stop.
 */
export function watchRelease({ scene, isQuiet, isUsed, clock }: ReleaseWatch) {
	/** Since when another release has been known. */
	let outdated: number | null = null;
	let leaving = false;
	const check = async () => {
		if ((await isServed(clock)) && (await updated.check())) outdated ??= Date.now();
	};
	// Its parts are gone from the server: a new release, of which nobody has told yet.
	const onMissing = (event: Event) => {
		event.preventDefault();
		outdated ??= Date.now();
	};
	const asking = setInterval(() => void check(), releaseInterval);
	const leave = setInterval(() => {
		const now = Date.now();
		const since = now - Number(sessionStorage.getItem(leftKey) ?? 0);
		if (outdated === null || leaving || since < releaseInterval || isUsed()) return;
		if (!isQuiet() && now - outdated < longestWait) return;
		leaving = true;
		sessionStorage.setItem(leftKey, String(now));
		sessionStorage.setItem(sceneKey, scene());
		void reloadWhenServed();
	}, 500);
	window.addEventListener('vite:preloadError', onMissing);
	return {
		check: () => void check(),
		stop: () => {
			clearInterval(asking);
			clearInterval(leave);
			window.removeEventListener('vite:preloadError', onMissing);
		},
	};
}
