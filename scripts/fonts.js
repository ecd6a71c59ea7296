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
/** The same for pictures that the server draws: nothing else reads TrueType. */
const pictureTarget = join(fileURLToPath(import.meta.url), '../../src/lib/pictures/fonts');
const { resolve } = createRequire(import.meta.url);
const source = dirname(resolve('@fontsource/be-vietnam-pro/package.json'));
/** Undivided: a drawing takes each missing character from the next best file, whatever its weight. */
const undivided = dirname(resolve('@expo-google-fonts/be-vietnam-pro/package.json'));

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

mkdirSync(pictureTarget, { recursive: true });
copyFileSync(join(undivided, 'LICENSE_FONT'), join(pictureTarget, 'LICENSE'));
for (const style of ['400Regular', '600SemiBold']) {
	const whole = readFileSync(join(undivided, style, `BeVietnamPro_${style}.ttf`));
	const characters = Object.values(fontCharacters).join('');
	writeFileSync(
		join(pictureTarget, `be-vietnam-pro-${style.slice(0, 3)}.ttf`),
		await subsetFont(whole, characters, { targetFormat: 'truetype' }),
	);
}
