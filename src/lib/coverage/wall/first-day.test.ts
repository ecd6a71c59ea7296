import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import FirstDayWall from '../../../../tests/fixtures/FirstDayWall.svelte';
import { wall } from '../../messages/vi/wall';

const { body } = render(FirstDayWall);

it('says on the first day that nothing is reported, in place of a figure', () => {
	expect(body).toContain(wall.common.headlineNone);
	expect(body).toContain(wall.common.headlineNoneText('tháng 10/2026'));
	expect(body).not.toMatch(/class="headline|NaN|undefined|null/);
});

it('writes a word for each skill where its bar would be, and no bar under it', () => {
	const [, ...lines] = body.split('<li');
	expect(lines).toHaveLength(5);
	for (const line of lines) {
		expect(line).toMatch(/class="bar[^"]*\bunknown\b/);
		expect(line).not.toMatch(/<i |<b |NaN/);
		expect(line).toMatch(/<strong class="[^"]*\bword\b[^"]*">\s*Chưa có báo cáo/);
	}
});
