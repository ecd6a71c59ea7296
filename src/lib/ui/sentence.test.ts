import { expect, it } from 'vitest';
import { partsOf } from './sentence';

it('tells what people typed from the words around it, in the order of the language', () => {
	const [who, what] = ['Tỉnh đoàn', 'Rà soát nhóm Zalo'];
	expect(partsOf((name, task) => `${task}: done by ${name}.`, [who, what])).toEqual([
		{ text: what, isTyped: true },
		{ text: ': done by ', isTyped: false },
		{ text: who, isTyped: true },
		{ text: '.', isTyped: false },
	]);
});

it('leaves out what is empty, and says twice what the sentence says twice', () => {
	expect(partsOf((name) => `By ${name}`, [''])).toEqual([{ text: 'By ', isTyped: false }]);
	expect(partsOf((name) => `${name}, ${name}`, ['Tổ'])).toEqual([
		{ text: 'Tổ', isTyped: true },
		{ text: ', ', isTyped: false },
		{ text: 'Tổ', isTyped: true },
	]);
});
