// @ts-check
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { fontCharacters } from './font-characters.js';

/**
 * Writes the faces that pages load into `src/lib/ui/fonts`: Be Vietnam Pro with the characters that
 * Vietnamese and English are written with, and nothing else. To be run after an update of its package.
 */
const target = join(fileURLToPath(import.meta.url), '../../src/lib/ui/fonts');
const source = dirname(
	createRequire(import.meta.url).resolve('@fontsource/be-vietnam-pro/package.json'),
);

mkdirSync(target, { recursive: true });
copyFileSync(join(source, 'LICENSE'), join(target, 'LICENSE'));
for (const [subset, characters] of Object.entries(fontCharacters))
	for (const weight of [400, 600]) {
		const name = `be-vietnam-pro-${subset}-${weight}`;
		const whole = readFileSync(join(source, 'files', `${name}-normal.woff2`));
		writeFileSync(
			join(target, `${name}.woff2`),
			await subsetFont(whole, characters, { targetFormat: 'woff2' }),
		);
	}
