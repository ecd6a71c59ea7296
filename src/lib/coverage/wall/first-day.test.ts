import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import InVietnamese from '../../../../tests/fixtures/InVietnamese.svelte';
import { vi } from '../../messages/vi';
import WallHeadline from './WallHeadline.svelte';
import WallSkills from './WallSkills.svelte';

const none = { kind: 'none' } as const;

it('says on the first day that nothing is reported, in place of a figure', () => {
	const given = {
		...{ approved: none, provisional: none, growth: null, previousMonth: null },
		...{ month: '2026-10', approvedAt: null, target: 0.8 },
	};
	const { body } = render(InVietnamese, { props: { shown: WallHeadline, given } });
	expect(body).toContain(vi.wall.headlineNone);
	expect(body).toContain(vi.wall.headlineNoneText('tháng 10/2026'));
	expect(body).not.toMatch(/class="headline|NaN|undefined|null/);
});

it('writes a word for each skill where its bar would be, and no bar under it', () => {
	const given = { figures: undefined, previous: undefined, register: null };
	const { body } = render(InVietnamese, { props: { shown: WallSkills, given } });
	const [, ...lines] = body.split('<li');
	expect(lines).toHaveLength(5);
	for (const line of lines) {
		expect(line).toMatch(/class="bar[^"]*\bunknown\b/);
		expect(line).not.toMatch(/<i |<b |NaN/);
		expect(line).toMatch(/<strong class="[^"]*\bword\b[^"]*">\s*Chưa có báo cáo/);
	}
});
