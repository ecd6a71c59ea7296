import type { Change } from '../../contracts/events';
import { describeError, log } from '../log';

/** Milliseconds in which whoever watches is told first. */
const beforeFirst = 300;
/** It rests so many times as long as it worked: whoever asks for something comes first. */
const rest = 5;
/** Of many that changed at once, the last ones. */
const mostAtOnce = 20;

/**
 * Writes the pages of what was just approved and draws the cards that they name, before anybody shows them
 * around: a site that makes a preview of a link waits for neither.
 */
export class PagesAhead {
	readonly #read: (path: string) => Promise<string>;
	readonly #pathsOf: (communes: readonly number[]) => Promise<readonly string[]>;
	readonly #waiting = new Set<number>();
	#working: Promise<void> | null = null;

	/**
	 * @param read what a visitor reads at a path of this server.
	 * @param pathsOf where communes have their pages, and where that of all of them is.
	 */
	constructor(
		read: (path: string) => Promise<string>,
		pathsOf: (communes: readonly number[]) => Promise<readonly string[]>,
	) {
		this.#read = read;
		this.#pathsOf = pathsOf;
	}

	/** What was just told to everybody. */
	follow(changes: readonly Change[]): void {
		for (const change of changes)
			if (change.type === 'figures' && change.audience === 'public' && change.level === 'commune')
				this.#waiting.add(change.unitId);
		if (this.#waiting.size === 0 || this.#working) return;
		this.#working = this.#work().finally(() => (this.#working = null));
	}

	async #work(): Promise<void> {
		await pause(beforeFirst);
		while (this.#waiting.size > 0) {
			const communes = [...this.#waiting].slice(-mostAtOnce);
			this.#waiting.clear();
			const began = performance.now();
			try {
				for (const path of await this.#pathsOf(communes)) await this.#draw(path);
			} catch (error) {
				log('warn', 'pages.ahead', describeError(error));
			}
			await pause(rest * (performance.now() - began));
		}
	}

	async #draw(path: string): Promise<void> {
		const card = /<meta property="og:image" content="([^"]+)"/.exec(await this.#read(path))?.[1];
		if (card === undefined) return;
		const { pathname, search } = new URL(card.replaceAll('&amp;', '&'));
		await this.#read(pathname + search);
	}
}

/** Nobody who ends the process waits for it. */
const pause = (milliseconds: number) =>
	new Promise<void>((resolve) => {
		setTimeout(resolve, milliseconds).unref();
	});
