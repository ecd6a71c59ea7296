import { expect, it } from 'vitest';
import { kindOptions } from './kind-options';

it('offers every kind, by the province’s name where it has one', () => {
	const common = {
		cnscd: 'Tổ cộng đồng',
		project06: 'Tổ 06',
		youth5299: 'Tổ 5299',
		merged: 'Chung',
		board: 'Ban',
	};
	expect(kindOptions({ cnscd: 'Tổ số' }, common)).toEqual([
		{ value: 'cnscd', name: 'Tổ số', lang: 'vi' },
		{ value: 'project06', name: 'Tổ 06' },
		{ value: 'youth5299', name: 'Tổ 5299' },
		{ value: 'merged', name: 'Chung' },
		{ value: 'board', name: 'Ban' },
	]);
});
