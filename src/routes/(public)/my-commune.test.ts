import { expect, it } from 'vitest';
import { forgetCommune, keepCommune, keptCommune } from './my-commune';

function storage(stored: Record<string, string> = {}) {
	return {
		getItem: (key: string) => stored[key] ?? null,
		setItem: (key: string, value: string) => {
			stored[key] = value;
		},
		removeItem: (key: string) => {
			Reflect.deleteProperty(stored, key);
		},
	};
}

it('keeps a commune until it is forgotten', () => {
	const kept = storage();
	expect(keptCommune(kept)).toBeNull();
	keepCommune(kept, { path: '/commune/07294-bo-ha', name: 'Xã Bố Hạ' });
	expect(keptCommune(kept)).toEqual({ path: '/commune/07294-bo-ha', name: 'Xã Bố Hạ' });
	forgetCommune(kept);
	expect(keptCommune(kept)).toBeNull();
});

it.each(['', 'nothing', '//elsewhere.example\nXã', '/commune/1/../../x\nXã', '/commune/07294\n'])(
	'leads nowhere by %j',
	(text) => {
		expect(keptCommune(storage({ 'xa-cua-toi': text }))).toBeNull();
	},
);
