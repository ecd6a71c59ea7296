import { createHash } from 'node:crypto';
import { canonicalize } from 'json-canonicalize';
import { expect, it } from 'vitest';
import { teamsOf } from '../../../../tests/bench/awards-data';
import { compute } from './compute';

/** What x64 and arm64, under different versions of Node, made of the same teams and seed. */
it.each([
	[3, 2, 500, '4f546a2580a284ac36ef6e29afe63169adcc6bbee24399a3c4e9feccb9bb2754'],
	[37, 5, 10_000, 'bcaa09526f45f4dece9c250c4e0d0a3b1202850e097a7564b575176859425110'],
])('%i teams by %i criteria in %i draws have the same bytes everywhere', (...given) => {
	const [teams, criteria, draws, digest] = given;
	const result = canonicalize(compute(teamsOf(teams, criteria, draws)));
	expect(createHash('sha256').update(result).digest('hex')).toBe(digest);
});
