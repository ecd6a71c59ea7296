import { hydrate, mount, tick, unmount, type Component } from 'svelte';
import type { render as renderOnServer } from 'svelte/server';
import { noteTyped, putBackTyped } from './typed-early';

type Context = ReturnType<typeof import('svelte').getAllContexts>;

let render: typeof renderOnServer | undefined;
/** Parts of the page that aren't taken over yet. */
const waiting = new Set<Promise<void>>();

/** Once every part that is there answers. */
export const allTakenOver = async (): Promise<void> => {
	await Promise.allSettled(waiting);
};

/** When the browser has nothing better to do; Safari knows no such time. */
const idle = () =>
	new Promise<void>((settle) => {
		if ('requestIdleCallback' in window) requestIdleCallback(() => settle(), { timeout: 1_000 });
		else setTimeout(settle, 50);
	});

/**
 * A large part of a page, which the server writes with the rest and whose scripts take it over in a task
 * of their own, so that none is so long that a press waits for it. Shown by `Later.svelte`.
 */
export class Part<Props extends object> {
	readonly name: string;
	readonly #load: (() => Promise<{ default: Component<Props> }>) | undefined;
	#component: Component<Props> | undefined;

	private constructor(
		name: string,
		component: Component<Props> | undefined,
		load?: () => Promise<{ default: Component<Props> }>,
	) {
		this.name = name;
		this.#component = component;
		this.#load = load;
	}

	/** One whose scripts come once the page's own have run. Its page awaits `ready` before it is shown. */
	static loaded<Props extends object>(
		name: string,
		load: () => Promise<{ default: Component<Props> }>,
	): Part<Props> {
		return new Part<Props>(name, undefined, load);
	}

	/** One within such a one. */
	static within<Props extends object>(name: string, component: Component<Props>): Part<Props> {
		return new Part(name, component);
	}

	/** To be awaited by the load function of its page: it is written, or shown, with the rest of the page. */
	async ready(): Promise<void> {
		// What is written already waits for nothing.
		if (!import.meta.env.SSR && document.querySelector(`[data-part="${this.name}"]`)) return;
		await this.#loaded();
		if (import.meta.env.SSR) ({ render } = await import('svelte/server'));
	}

	/** As the server writes it; nothing in a browser. */
	written(props: Props, context: Context, idPrefix: string): string {
		if (!render || !this.#component) return '';
		return render<Component<Props>, Props>(this.#component, { props, context, idPrefix }).body;
	}

	/** Makes an element answer that holds what is written, or fills an empty one. @returns what ends it. */
	takeOver(element: Element, props: Props, context: Context): () => void {
		const options = { target: element, props, context };
		let instance: Record<string, unknown> | undefined;
		let isGone = false;
		const begin = async () => {
			const component = await this.#loaded();
			await idle();
			if (isGone) return;
			noteTyped();
			instance = (element.hasChildNodes() ? hydrate : mount)(component, options);
			await tick();
			putBackTyped();
		};
		if (this.#component && !element.hasChildNodes()) instance = mount(this.#component, options);
		else {
			const takenOver = begin();
			waiting.add(takenOver);
			void takenOver.finally(() => waiting.delete(takenOver));
		}
		return () => {
			isGone = true;
			if (instance) void unmount(instance);
		};
	}

	async #loaded(): Promise<Component<Props>> {
		this.#component ??= (await this.#load?.())?.default;
		if (!this.#component) throw new Error(`There is no part called ${this.name}.`);
		return this.#component;
	}
}
