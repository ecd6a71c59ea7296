import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fontCharacters } from '../../../scripts/font-characters';

it('has every letter and mark of the texts in the faces that pages load', () => {
	const drawn = Object.values(fontCharacters).join('');
	const written = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
		.map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
		.join('');
	const letters = new Set(written.match(/[\p{L}\p{N}\p{P}]/gu));
	expect([...letters].filter((letter) => !drawn.includes(letter))).toEqual([]);
});
