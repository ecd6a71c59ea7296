import { expect, it } from 'vitest';
import { showAt, steer } from './steer';

const show = { scene: null, commune: null, at: null, until: '2026-11-20T12:00:00Z' };

it('a remote control leads a screen away from its own address and back to it', () => {
	const home = 'canh=tinh,han-nop&giay=30';
	const own = new URLSearchParams(home).toString();
	const pinned = steer({ query: own, home: null }, { ...show, scene: 'tien-bo' });
	expect(pinned.query).toBe('canh=tien-bo&giay=30');
	const other = steer(pinned, { ...show, commune: '99101', at: '2026-10-27T23:00' });
	expect([...new URLSearchParams(other.query)]).toEqual([
		['canh', 'tinh,han-nop'],
		['giay', '30'],
		['xa', '99101'],
		['luc', '2026-10-27T23:00'],
	]);
	expect(steer(other, null)).toEqual({ query: own, home: null });
	expect(steer({ query: own, home: null }, null)).toEqual({ query: own, home: null });
});

it('told the same again, as after it was loaded anew, it stays where it is', () => {
	const pinned = steer({ query: '', home: null }, { ...show, scene: 'tinh' });
	expect(pinned).toEqual({ query: 'canh=tinh', home: '' });
	expect(steer(pinned, { ...show, scene: 'tinh' })).toEqual(pinned);
});

it('an earlier hour has no month beside it', () => {
	const at = '2026-10-27T23:00';
	const { query } = steer({ query: 'thang=2026-09', home: null }, { ...show, at });
	expect(query).toBe(new URLSearchParams({ luc: at }).toString());
});

it('goes its own way when the time of the remote control is over, heard of or not', () => {
	const until = Date.parse(show.until);
	expect(showAt(show, until - 1)).toEqual(show);
	expect(showAt(show, until)).toBeNull();
	expect(showAt(null, 0)).toBeNull();
});
