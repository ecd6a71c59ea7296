import type { Component } from 'svelte';

export interface PartProps<Value> {
	value: Value;
}

type PartComponent<Value> = Component<PartProps<Value>>;

let pageIsTaken = false;

/** To be called once the scripts have taken over the page that the server wrote. */
export function noteTaken(): void {
	pageIsTaken = true;
}

/**
 * A part of a page with scripts of its own, which the page begins without: `Island.svelte` shows it. One for each
 * component, above all pages that have it.
 */
export class Part<Value> {
	readonly #fetch: () => Promise<{ default: PartComponent<Value> }>;
	#component: PartComponent<Value> | undefined;
	#write: typeof import('svelte/server').render | undefined;

	constructor(fetch: () => Promise<{ default: PartComponent<Value> }>) {
		this.#fetch = fetch;
	}

	/** Once it is there. */
	get component(): PartComponent<Value> | undefined {
		return this.#component;
	}

	async load(): Promise<PartComponent<Value>> {
		this.#component ??= (await this.#fetch()).default;
		return this.#component;
	}

	/** For `load` of the pages that have it: only what the server wrote can be shown without the scripts. */
	async beforePage(): Promise<void> {
		if (import.meta.env.SSR) this.#write ??= (await import('svelte/server')).render;
		if (import.meta.env.SSR || pageIsTaken) await this.load();
	}

	/** As the server writes it. */
	html(props: PartProps<Value>, context: Map<unknown, unknown>): string {
		if (!this.#write || !this.#component) return '';
		return this.#write(this.#component, { props, context, idPrefix: 'part' }).body;
	}
}
