import { describe, expect, it } from 'vitest';

const files = import.meta.glob<string>(['./{vi,en}/**/*.ts', '!./**/*.test.ts'], {
	query: '?raw',
	import: 'default',
	eager: true,
});

/** Lines of one language's catalogue that match, with where they are. */
const linesWith = (language: 'vi' | 'en', pattern: RegExp) =>
	Object.entries(files)
		.filter(([file]) => file.startsWith(`./${language}/`))
		.flatMap(([file, source]) =>
			source
				.split('\n')
				.filter((line) => pattern.test(line))
				.map((line) => `${file}: ${line.trim()}`),
		);

it('finds the catalogues', () => {
	expect(linesWith('vi', /product: 'Nhịp Số'/)).toHaveLength(1);
	expect(linesWith('en', /product: 'Nhịp Số'/)).toHaveLength(1);
});

describe('Vietnamese', () => {
	it('places the tone as this house does: hòa, khóa, thủy', () => {
		expect(linesWith('vi', /o[áàảãạéèẻẽẹ](?!\p{L})|(?<!q)u[ýỳỷỹỵ](?!\p{L})/iu)).toEqual([]);
	});

	it('has one word for one thing, as an official would write it', () => {
		// Not `sổ` but `danh sách hộ`, not `đã báo cáo` of households but `đã rà soát`.
		const banned = [
			/(?<!\p{L})sổ(?! sức khỏe)(?!\p{L})/iu,
			/\} trên \$\{[^}]*\} hộ/u,
			/hộ (đã|có) báo cáo/u,
			/(?<!\p{L})thôi (giao|ủy quyền)/iu,
			/Ai (chậm|thay đổi)/u,
			/points\} điểm(?! phần trăm)/u,
			/điểm %/u,
			/\d %/u,
		];
		expect(banned.flatMap((pattern) => linesWith('vi', pattern))).toEqual([]);
	});
});

describe('English', () => {
	it('says that households were surveyed: reports are what is reported', () => {
		const banned = [
			/households (reported|covered)/i,
			/\}( percentage)?(?<! percentage) points/,
			/registered households/i,
		];
		expect(banned.flatMap((pattern) => linesWith('en', pattern))).toEqual([]);
	});

	it('has the article that a word asks for', () => {
		const banned = [
			/(?<![\w’'])a (?=[aeio])(?!one[- ]|eu|and\b)/i,
			/(?<![\w’'])a (?=un(?!i|a\b)|up|us(?!e|u)|ur)/i,
			/(?<![\w’'])an (?=[^aeiouhxmnlrsf\W]|uni(?!n|m)|use|one[- ])/i,
		];
		expect(banned.flatMap((pattern) => linesWith('en', pattern))).toEqual([]);
	});

	it('writes no date in figures alone, but where it says how to type one', () => {
		expect(linesWith('en', /(?<!like \d*)\d\/\d+\/\d{4}/)).toEqual([]);
	});
});
