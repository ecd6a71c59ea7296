import axe from 'axe-core';

/**
 * What stands in for a weak map, or a weak set, where each object's value may as well lie with the object: axe,
 * written down for old browsers, keeps every private field of its very many colours in a map of its own.
 */
const field = `class {
	#name = Symbol();
	has(object) { return Object.hasOwn(object, this.#name); }
	get(object) { return object[this.#name]; }
	set(object, value) { object[this.#name] = value; return this; }
	add(object) { return this.set(object, true); }
}`;

/** The same few colours are behind all texts: what each is written as is understood once. */
const understandOnce = `{
	const colour = axe.commons.color.Color.prototype;
	const understand = colour.parseString;
	const understood = new Map();
	colour.parseString = function (text) {
		const known = understood.get(text);
		if (known) return Object.assign(this, known);
		understand.call(this, text);
		const { r, g, b, alpha } = this;
		understood.set(text, { r, g, b, alpha });
		return this;
	};
}`;

/** axe as it is, but for what took it most of its time. */
export const quickAxe = `(function (WeakMap, WeakSet) { ${axe.source} })(${field}, ${field}); ${understandOnce}`;
