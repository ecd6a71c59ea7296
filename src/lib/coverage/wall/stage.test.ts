import { expect, it } from 'vitest';
import { parseWallOrder, sceneNames, usualSeconds, type SceneName } from '../../contracts/wall';
import { Stage } from './stage.svelte';

function setUp(query: string, { first = null as SceneName | null, begun = 0 } = {}) {
	const world = {
		order: parseWallOrder(new URLSearchParams(query)),
		unready: new Set<SceneName>(),
		moves: true,
		calendar: ['province', 'teams'] as readonly SceneName[],
	};
	const stage = new Stage(
		{
			order: () => world.order,
			calendar: () => world.calendar,
			isReady: (scene) => !world.unready.has(scene),
			mayMove: () => world.moves,
		},
		first,
	);
	stage.tick(begun * 1_000);
	return { world, stage, at: (seconds: number) => stage.tick(seconds * 1_000) };
}

it('shows each scene for its time, with the next one drawn beside it', () => {
	const { stage, at } = setUp('canh=tinh,han-nop,to&giay=10');
	const seen: SceneName[] = [];
	for (let second = 0; second <= 40; second += 1) {
		at(second);
		expect(stage.drawn).toContain(stage.next);
		expect(stage.drawn).toHaveLength(2);
		if (seen.at(-1) !== stage.shown) seen.push(stage.shown);
	}
	expect(seen).toEqual(['province', 'night', 'teams', 'province', 'night']);
});

it('left alone, it tells everything within two minutes', () => {
	const { stage, at, world } = setUp('');
	expect(world.order.seconds).toBe(usualSeconds);
	world.calendar = sceneNames;
	const seen = new Set<SceneName>();
	for (let second = 0; second <= 120; second += 1) {
		at(second);
		seen.add(stage.shown);
	}
	expect(seen.size).toBe(sceneNames.length);
	expect(sceneNames.length * usualSeconds).toBeLessThanOrEqual(120);
});

it('gives the first one its whole time, whatever the clock says', () => {
	const { stage, at } = setUp('canh=tinh,han-nop&giay=10', { begun: 9_000 });
	at(9_009);
	expect(stage.shown).toBe('province');
	at(9_010);
	expect(stage.shown).toBe('night');
});

it('stays where it is until the next one is drawn, and takes it the moment it is', () => {
	const { world, stage, at } = setUp('canh=tinh,han-nop&giay=10');
	world.unready.add('night');
	at(25);
	expect(stage.shown).toBe('province');
	world.unready.clear();
	at(26);
	expect(stage.shown).toBe('night');
	// It has its whole time from then on.
	at(35);
	expect(stage.shown).toBe('night');
	at(36);
	expect(stage.shown).toBe('province');
});

it('stays with a scene that is asked for while it is shown, for its whole time', () => {
	const { stage, at } = setUp('canh=tinh,han-nop&giay=10');
	at(9);
	stage.show('province', 9_000);
	expect(stage.shown).toBe('province');
	at(18);
	expect(stage.shown).toBe('province');
	at(19);
	expect(stage.shown).toBe('night');
});

it('moves on by one after a sleep, however long, and after a clock that was set back', () => {
	const { stage, at } = setUp('canh=tinh,han-nop,to&giay=10');
	at(9 * 3_600);
	expect(stage.shown).toBe('night');
	at(9 * 3_600 + 1);
	expect(stage.shown).toBe('night');
	at(60);
	expect(stage.shown).toBe('teams');
});

it('keys go forth, back and straight to a scene, and hold it', () => {
	const { stage, at } = setUp('canh=tinh,han-nop,to&giay=10');
	stage.step(-1, 1_000);
	expect(stage.shown).toBe('teams');
	stage.step(1, 2_000);
	expect(stage.shown).toBe('province');
	stage.show('skills', 3_000);
	expect(stage.shown).toBe('skills');
	stage.togglePause();
	stage.show('night', 4_000);
	at(400);
	expect(stage.shown).toBe('night');
	stage.togglePause();
	at(401);
	expect(stage.shown).toBe('teams');
});

it('does not move under somebody who scrolls through it', () => {
	const { world, stage, at } = setUp('canh=tinh,han-nop&giay=10');
	world.moves = false;
	at(100);
	expect(stage.shown).toBe('province');
	stage.step(1, 101_000);
	expect(stage.shown).toBe('night');
});

it('opens with what the address names, the calendar, or the scene that it is brought back to', () => {
	expect(setUp('canh=ky-nang').stage.shown).toBe('skills');
	expect(setUp('canh=ky-nang').stage.drawn).toEqual(['skills']);
	expect(setUp('').stage.shown).toBe('province');
	expect(setUp('', { first: 'teams' }).stage.shown).toBe('teams');
	expect(setUp('canh=tinh', { first: 'teams' }).stage.shown).toBe('province');
});
