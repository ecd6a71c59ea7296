import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import StandOfBothBases from '../../../tests/fixtures/StandOfBothBases.svelte';

it.each(['brief', 'wall'] as const)('leads on the %s with what was approved', (on) => {
	const { body } = render(StandOfBothBases, { props: { on } });
	expect(body.match(/\d+,\d/g)).toEqual(['41,0', '62,0']);
	expect(body).toMatch(/class="(figure|headline)[^"]*">(<!--.*?-->)*41,0/);
});
