import { Command } from 'commander';
import { afterEach, expect, it, vi } from 'vitest';
import { createPostgresDatabase } from '../../tests/database';
import { makeAccount, makeProvince } from '../../tests/database/province';
import { draftCriteria } from '../lib/awards/criteria/draft.server';
import { forceCriteria, signCriteria } from '../lib/awards/criteria/sign.server';
import { freezeSeason } from '../lib/awards/freeze/freeze.server';
import { openSeason } from '../lib/awards/season/open.server';
import { readCategories } from '../lib/awards/season/read.server';
import type { Database } from '../lib/server/db/client';
import { awardFreeze } from '../lib/server/db/schema';
import { register } from './awards';
import { withDatabase } from './run';

const before = new Date('2026-07-15T03:00:00Z');
const after = new Date('2026-10-02T03:00:00Z');

async function frozenSeason(database: Database): Promise<number> {
	const { provinceId } = await makeProvince(database, { communes: 2, villages: 1 });
	const keeper = await makeAccount(database, 'keeper', 'administrator', provinceId);
	const one = await makeAccount(database, 'one', 'committee', provinceId);
	const other = await makeAccount(database, 'other', 'committee', provinceId);
	const seasonId = await openSeason(
		database,
		keeper,
		{
			...{ unitId: provinceId, year: 2026, name: 'Xét tặng năm 2026', basis: 'Hướng dẫn 01' },
			...{ countsFrom: '2026-08-01', countsUntil: '2026-09-30' },
			categories: [{ kind: 'villageTeam', name: 'Tổ tiêu biểu', quota: 1 }],
		},
		before,
	);
	const [category] = await readCategories(database, seasonId);
	const given = { seasonId, categoryId: category?.id ?? 0 };
	const which = { seasonId, versionId: await draftCriteria(database, one, given, before) };
	await signCriteria(database, one, which, before);
	await forceCriteria(database, other, which, before);
	await freezeSeason(database, one, seasonId, after);
	return seasonId;
}

/** What the command says, line by line, and the exit code that it leaves. */
async function verify(season: string) {
	const said = vi.spyOn(console, 'log').mockReturnValue();
	const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
	register(program);
	await program.parseAsync(['awards', 'verify', season], { from: 'user' });
	const lines = said.mock.calls.map(([line]) => String(line));
	const { exitCode } = process;
	process.exitCode = undefined;
	said.mockRestore();
	return { lines, exitCode };
}

afterEach(() => {
	vi.unstubAllEnvs();
});

it('computes a freeze again, and ends with 1 and the first difference when it is not the same', async () => {
	vi.stubEnv('DATABASE_URL', await createPostgresDatabase());
	const seasonId = await withDatabase(({ database }) => frozenSeason(database));
	const steps = ['contentHash', 'resultHash', 'criteriaHash', 'result'];
	const whole = await verify(String(seasonId));
	expect(whole.lines.toSorted()).toEqual(steps.map((step) => `${step}: match`).toSorted());
	expect(whole.exitCode).toBeUndefined();

	await withDatabase(async ({ database }) => {
		const [frozen] = await database.select().from(awardFreeze);
		const result = frozen?.result.replace('"incomplete"', '"required"');
		expect(result).not.toBe(frozen?.result);
		await database.update(awardFreeze).set({ result });
	});
	const forged = await verify(String(seasonId));
	expect(forged.exitCode).toBe(1);
	expect(forged.lines.filter((line) => !line.endsWith(': match'))).toEqual([
		expect.stringMatching(/^resultHash: MISMATCH at /),
		expect.stringMatching(
			/^result: MISMATCH at .*reason: published "required", computed "incomplete"$/,
		),
	]);
});

it('asks for the number of a season that is frozen', async () => {
	await expect(verify('x')).rejects.toThrow('It should be a number.');
	vi.stubEnv('DATABASE_URL', await createPostgresDatabase());
	await expect(verify('7')).rejects.toThrow('The season 7 is not frozen.');
});
