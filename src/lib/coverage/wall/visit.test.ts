import { expect, it } from 'vitest';
import { patience, Visit } from './visit.svelte';

const start = Date.parse('2026-11-26T16:00:00Z');

function setUp() {
	const resumed: number[] = [];
	const visit = new Visit(() => resumed.push(resumed.length));
	visit.touch(start);
	visit.help = true;
	visit.replay.playing = true;
	visit.replay.at = start - 3_600_000;
	return { visit, resumed };
}

it('goes on by itself once whoever stopped it has left', () => {
	const { visit, resumed } = setUp();
	visit.tick(start + patience - 1);
	expect([visit.help, visit.isUsed, resumed.length]).toEqual([true, true, 0]);
	visit.tick(start + patience);
	expect([visit.help, visit.isUsed, visit.replay.playing]).toEqual([false, false, false]);
	expect(resumed).toHaveLength(1);
});

it('stays as it is while somebody touches it, and not after a clock that was set back', () => {
	const { visit } = setUp();
	visit.touch(start + patience - 1);
	visit.tick(start + patience + 1_000);
	expect(visit.isUsed).toBe(true);
	visit.tick(start - 1);
	expect(visit.isUsed).toBe(false);
});
