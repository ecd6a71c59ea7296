import { expect, it } from 'vitest';
import { fileNameFor } from './file-name';

it.each([
	['ảnh.png', 'image/png', 'ảnh.png'],
	['ẢNH.JPEG', 'image/jpeg', 'ẢNH.JPEG'],
	['p.html', 'image/png', 'p.png'],
	['p.svg', 'image/webp', 'p.webp'],
	['.html', 'image/png', 'file.png'],
	['Quyết định 12.2022', 'application/pdf', 'Quyết định 12.pdf'],
	['quyết định', 'application/pdf', 'quyết định.pdf'],
	['x.png', 'text/html', 'x.bin'],
])('%s of type %s is handed out as %s', (name, mediaType, expected) => {
	expect(fileNameFor(name, mediaType)).toBe(expected);
});
