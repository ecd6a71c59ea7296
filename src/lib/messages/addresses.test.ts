import { expect, it } from 'vitest';
import { fromAddress, toAddress } from './addresses';

it.each([
	['/awards', '/thi-dua'],
	['/awards/new', '/thi-dua/new'],
	['/awards/3/criteria', '/thi-dua/3/tieu-chi'],
	['/awards/3/back-checks/7', '/thi-dua/3/kiem-tra-ngau-nhien/7'],
	['/award-season/3/check', '/thi-dua-cong-khai/3/kiem-chung'],
	['/method', '/phuong-phap'],
	['/method/privacy', '/phuong-phap/so-nho'],
	['/teams/3/papers', '/to-cong-nghe-so/3/papers'],
	['/teams/reestablishment', '/to-cong-nghe-so/kien-toan'],
	['/teams/mergers', '/to-cong-nghe-so/sap-nhap'],
	['/commune/99101-an/card.png', '/xa/99101-an/anh-chia-se.png'],
	['/map.svg', '/ban-do.svg'],
	['/embed/commune/99101', '/nhung/xa/99101'],
	['/embed/map', '/nhung/ban-do'],
	['/teams/zalo/export', '/to-cong-nghe-so/zalo/export'],
])('%s is shown as %s', (path, address) => {
	expect(toAddress(path, 'vi')).toBe(address);
	expect(fromAddress(address)).toEqual({ locale: 'vi', path });
	expect(fromAddress(`/en${address}`)).toEqual({ locale: 'en', path });
});

it("a room's English name is no address of its own", () => {
	expect(fromAddress('/thi-dua/3/criteria').path).toBe('/awards/3/not-found');
	expect(fromAddress('/to-cong-nghe-so/mergers').path).toBe('/teams/not-found');
});
