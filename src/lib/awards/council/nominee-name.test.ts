import { expect, it } from 'vitest';
import { createFormat } from '../../messages/format';
import { en } from '../../messages/en';
import { work as enWork } from '../../messages/en/work';
import { vi } from '../../messages/vi';
import { work as viWork } from '../../messages/vi/work';
import { nomineeName } from './nominee-name';

const vietnamese = { format: createFormat('vi', vi), work: viWork };
const english = { format: createFormat('en', en), work: enWork };

it('tells a commune from a ward of its name', () => {
	const commune = { name: 'Đồng Bình', code: 0, unitKind: 'xa' } as const;
	expect(nomineeName(commune, vietnamese).text).toBe('Xã Đồng Bình');
	expect(nomineeName({ ...commune, unitKind: 'phuong' }, vietnamese).text).toBe('Phường Đồng Bình');
	expect(nomineeName(commune, english)).toEqual({ text: 'Đồng Bình commune', lang: undefined });
});

it('names a person or a team as they are called, in Vietnamese', () => {
	const person = { name: 'Trần Thị Bình', code: 0, unitKind: null };
	expect(nomineeName(person, english)).toEqual({ text: 'Trần Thị Bình', lang: 'vi' });
});

it("says a number, in the reader's language, where a name is hidden", () => {
	const hidden = { name: null, code: 2, unitKind: null };
	const { code } = vietnamese.work.awardCouncil.nominees;
	expect(nomineeName(hidden, vietnamese)).toEqual({ text: code('2'), lang: undefined });
	expect(nomineeName(hidden, english).text).not.toBe(code('2'));
});
