import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { palette } from './palette';

it('has the colours of the pages', () => {
	const styles = ['src/app.css', 'src/lib/map/styles/states.css'].map((file) =>
		readFileSync(file, 'utf8'),
	);
	for (const [name, colour] of Object.entries(palette))
		expect(styles.join('\n')).toContain(`--${name}: light-dark(${colour},`);
});
