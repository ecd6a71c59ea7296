import { expect, it } from 'vitest';
import { classStates, mapStates } from '../../contracts/map/states';
import { classBounds } from '../../contracts/map/policy-classes';
import { en } from '../../messages/en';
import { createFormat } from '../../messages/format';
import { vi } from '../../messages/vi';
import { stateName } from './state-name';

const languages = [
	{ t: vi, format: createFormat('vi', vi) },
	{ t: en, format: createFormat('en', en) },
];

it.each(languages)('names every state, and each in its own words', (language) => {
	const names = mapStates.map((state) => stateName(state, language));
	expect(names.every((name) => name.trim() !== '')).toBe(true);
	expect(new Set(names).size).toBe(mapStates.length);
});

it('says the bounds of each class', () => {
	const [language] = languages;
	if (!language) throw new Error('There are languages.');
	for (const [index, state] of classStates.entries()) {
		const name = stateName(state, language);
		for (const bound of classBounds.slice(index, index + 2))
			if (bound > 0) expect(name).toContain(String(bound * 100));
	}
	expect(stateName('class1', language)).toBe('Từ 20 đến dưới 40%');
});
