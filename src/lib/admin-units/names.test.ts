import { expect, it } from 'vitest';
import { withRepeatedName } from './names';

it('counts kind and name together, wherever the tone is written, and accents as letters', () => {
	const units = [
		{ kind: 'xa', name: 'Cộng Hòa' },
		{ kind: 'xa', name: 'Cộng Hoà' },
		{ kind: 'phuong', name: 'Cộng Hòa' },
		{ kind: 'xa', name: 'Cộng Hoa' },
		{ kind: 'xa', name: 'Tân An' },
	] as const;
	expect(withRepeatedName(units)).toEqual(units.slice(0, 2));
});
