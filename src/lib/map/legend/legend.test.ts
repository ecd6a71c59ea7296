import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import { otherStates, type MapState } from '../../contracts/map/states';
import { vi } from '../../messages/vi';
import Legend from '../../../../tests/fixtures/Legend.svelte';

const entriesOf = (states: MapState[], uncertain = 0) => {
	const { body } = render(Legend, { props: { title: 'x', states, uncertain } });
	const written = [...body.matchAll(/<rect class="area area-(\w+)/g)].map(([, state]) => state);
	return {
		others: otherStates.filter((state) => written.includes(state)),
		isUncertain: body.includes(vi.map.uncertain),
	};
};

it('has an entry for what occurs, and for nothing else', () => {
	expect(entriesOf(['class1', 'class2'])).toEqual({ others: [], isUncertain: false });
	for (const state of otherStates)
		expect(entriesOf(['class1', state])).toEqual({ others: [state], isUncertain: false });
	expect(entriesOf([...otherStates], 2)).toEqual({ others: [...otherStates], isUncertain: true });
});
