import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Memory } from './memory';

interface Note {
	key: string;
	account: number;
	text: string;
}
const note = (text: string, key = 'one'): Note => ({ key, account: 7, text });
const mine = ({ account }: Note) => account === 7;

/** A device whose storage fails when told to, like a full phone or one that has dropped its handles. */
function device() {
	const kept = new Map<string, Note>();
	let isBroken = false;
	const use = async <Value>(work: () => Value): Promise<Value> => {
		await Promise.resolve();
		if (isBroken) throw new DOMException('full', 'QuotaExceededError');
		return work();
	};
	const told: boolean[] = [];
	const memory = new Memory<Note>(
		{
			write: (item) => use(() => void kept.set(item.key, item)),
			remove: (key) => use(() => void kept.delete(key)),
		},
		(keeps) => told.push(keeps),
	);
	return {
		kept,
		memory,
		keeps: () => told.at(-1) ?? true,
		read: () => memory.list(() => use(() => [...kept.values()]), mine),
		find: (key: string) => memory.find(key, () => use(() => kept.get(key))),
		fail: (value: boolean) => (isBroken = value),
	};
}

beforeEach(() => {
	vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

describe('what was typed', () => {
	it('is on the device while that keeps it', async () => {
		const { kept, memory, keeps, read } = device();
		await memory.write(note('42'));
		expect([kept.get('one'), keeps(), memory.unkept]).toEqual([note('42'), true, []]);
		await memory.remove('one');
		expect([kept.size, await read()]).toEqual([0, []]);
	});

	it('stays in sight when the device refuses to keep or to read it, and says so', async () => {
		const { memory, keeps, read, find, fail } = device();
		await memory.write(note('41'));
		fail(true);
		await memory.write(note('42'));
		expect(keeps()).toBe(false);
		expect(memory.unkept).toEqual([note('42')]);
		expect(await read()).toEqual([note('42')]);
		expect(await find('one')).toEqual(note('42'));
	});

	it('is not overtaken by what the device kept before', async () => {
		const { memory, read, find, fail } = device();
		await memory.write(note('41'));
		fail(true);
		await memory.write(note('42'));
		fail(false);
		expect(await read()).toEqual([note('42')]);
		expect(await find('one')).toEqual(note('42'));
	});

	it('gets onto the device with the next thing that it takes', async () => {
		const { kept, memory, keeps, fail } = device();
		fail(true);
		await memory.write(note('42'));
		await memory.write(note('7', 'two'));
		fail(false);
		await memory.write(note('8', 'three'));
		expect([...kept.keys()].sort()).toEqual(['one', 'three', 'two']);
		expect([keeps(), memory.unkept]).toEqual([true, []]);
	});

	it('is gone once thrown away, also where the device still has it', async () => {
		const { memory, read, fail } = device();
		await memory.write(note('42'));
		fail(true);
		await memory.remove('one');
		fail(false);
		expect(await read()).toEqual([]);
	});

	it('gives way to what changed on the device, as when the service worker has sent it', async () => {
		const { kept, memory, read } = device();
		await memory.write(note('42'));
		kept.set('one', note('sent'));
		expect(await read()).toEqual([note('sent')]);
		kept.delete('one');
		expect(await read()).toEqual([]);
	});
});
