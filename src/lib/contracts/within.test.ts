import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { within } from './within';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const after = <Value>(milliseconds: number, value: Value) =>
	new Promise<Value>((resolve) => void setTimeout(resolve, milliseconds, value));

describe('what has to come within a time', () => {
	it('is taken when it comes in time, and nothing is left to wait for', async () => {
		const instead = vi.fn(() => 'late');
		expect(await within(100, Promise.resolve('answer'), instead)).toBe('answer');
		expect(vi.getTimerCount()).toBe(0);
		const answer = within(100, after(99, 'answer'), instead);
		await vi.advanceTimersByTimeAsync(99);
		expect(await answer).toBe('answer');
		expect(vi.getTimerCount()).toBe(0);
		expect(instead).not.toHaveBeenCalled();
	});

	it('fails as it fails by itself', async () => {
		const broken = Promise.reject(new Error('broken'));
		await expect(within(100, broken, () => 'late')).rejects.toThrow('broken');
		expect(vi.getTimerCount()).toBe(0);
	});

	it('is given up when it is late, however it ends', async () => {
		const answer = within(100, after(101, 'answer'), () => 'late');
		await vi.advanceTimersByTimeAsync(100);
		expect(await answer).toBe('late');
		const failing = after(101, null).then(() => Promise.reject(new Error('broken')));
		const failed = within(100, failing, () => 'late');
		await vi.advanceTimersByTimeAsync(200);
		expect(await failed).toBe('late');
	});

	it('may fail for being late', async () => {
		const answer = within(100, after(101, 'answer'), () => {
			throw new Error('too late');
		});
		const failed = expect(answer).rejects.toThrow('too late');
		await vi.advanceTimersByTimeAsync(100);
		await failed;
	});
});
