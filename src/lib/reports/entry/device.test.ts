import * as v from 'valibot';
import { expect, it } from 'vitest';
import { deviceOwner, newId } from './device';

it('knows whose drafts to show, and nobody for anything else', () => {
	expect(deviceOwner('theme=dark; entry-account=17')).toBe(17);
	expect(deviceOwner('my-entry-account=17')).toBeNull();
	expect(deviceOwner('entry-account=')).toBeNull();
	expect(deviceOwner('')).toBeNull();
});

it('makes ids that the server takes, no two alike', () => {
	const ids = Array.from({ length: 50 }, newId);
	expect(ids.every((id) => v.is(v.pipe(v.string(), v.uuid()), id))).toBe(true);
	expect(new Set(ids).size).toBe(50);
});
