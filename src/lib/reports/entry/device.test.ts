import * as v from 'valibot';
import { afterEach, expect, it, vi } from 'vitest';
import { askForSync, deviceOwner, newId, onlyOneSender } from './device';

afterEach(() => {
	vi.unstubAllGlobals();
});

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

it('sends where the browser refuses to say whether another page does', async () => {
	const refuse = () => Promise.reject(new DOMException('refused', 'SecurityError'));
	vi.stubGlobal('navigator', { locks: { request: refuse } });
	const send = vi.fn(() => Promise.resolve());
	await onlyOneSender(send);
	expect(send).toHaveBeenCalledTimes(1);
	vi.stubGlobal('navigator', {});
	await onlyOneSender(send);
	expect(send).toHaveBeenCalledTimes(2);
});

it('does not send again what failed under the lock', async () => {
	const request = (_name: string, work: () => Promise<void>) => work();
	vi.stubGlobal('navigator', { locks: { request } });
	const send = vi.fn(() => Promise.reject(new Error('no answer')));
	await expect(onlyOneSender(send)).rejects.toThrow('no answer');
	expect(send).toHaveBeenCalledTimes(1);
});

it('goes on where the browser refuses to send later', async () => {
	vi.spyOn(console, 'warn').mockImplementation(() => undefined);
	const getRegistration = () => Promise.reject(new DOMException('refused', 'SecurityError'));
	vi.stubGlobal('navigator', { serviceWorker: { getRegistration } });
	await expect(askForSync()).resolves.toBeUndefined();
});
