import { inArray, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { viewedUnits } from '../../src/lib/accounts/sessions/live-access.server';
import { addComment } from '../../src/lib/awards/council/review.server';
import { readChanges } from '../../src/lib/server/change-log';
import { readConfig } from '../../src/lib/server/config';
import type { DatabaseHandle } from '../../src/lib/server/db/client';
import { awardNomination, roleGrant } from '../../src/lib/server/db/schema';
import { selectChanges } from '../../src/lib/server/live/streams';
import { openTestDatabase } from '.';
import { inTime } from './award-season';
import { tryDossiers, tryEverything } from './council-forms';
import { play, praised, rejected, type Played, type Stage } from './recused-worlds';
import { layouts, sweep } from './sweep';

// Other tests share what is loaded: for these it is loaded anew.
vi.hoisted(() => vi.resetModules());
/** What the product leaves to chance is dealt alike in both worlds: it is no secret that could differ. */
const chance = vi.hoisted(() => ({ drawn: 0 }));
vi.mock('node:crypto', async (original) => ({
	...(await original<typeof import('node:crypto')>()),
	randomInt: (one: number, other?: number) => {
		const [low, high] = other === undefined ? [0, one] : [one, other];
		return low + ((chance.drawn++ * 40_503) % (high - low));
	},
}));
afterAll(() => {
	vi.doUnmock('node:crypto');
	vi.resetModules();
});

describe.each<Stage>(['scoring', 'discussion', 'vote', 'closed'])(
	'what a recused member is told (%s)',
	(stage) => {
		const handles: DatabaseHandle[] = [];
		const played: Played[] = [];

		beforeAll(async () => {
			vi.useFakeTimers({ toFake: ['Date'], now: inTime });
			for (const hidden of [praised, rejected]) {
				const handle = await openTestDatabase('embedded');
				handles.push(handle);
				chance.drawn = 0;
				played.push(await play(handle.database, hidden, stage));
				// Two runs are never at the same moment; everything else about their changes is compared.
				await handle.database.execute(
					sql`update change_log set at = ${inTime.toISOString()}::timestamptz`,
				);
			}
			const key = Symbol.for('nhip-so.app');
			Object.assign(globalThis, { [key]: { config: readConfig({ DATA_DIR: '/nowhere' }) } });
			// What anybody may ask is kept for a while, whoever asked first: here nobody of the two did.
			const [handle, world] = [handles[0], played[0]];
			if (handle && world) await sweep(handle, world.member, world, '/(public)/award-season/');
		});
		afterAll(async () => {
			vi.useRealTimers();
			for (const handle of handles) await handle.close();
		});

		const both = async <Answer>(
			ask: (handle: DatabaseHandle, world: Played) => Promise<Answer>,
		) => {
			const answers: Answer[] = [];
			for (const [index, handle] of handles.entries()) {
				const world = played[index];
				if (world) answers.push(await ask(handle, world));
			}
			return answers;
		};

		it('is the same on every route, byte for byte and asked of the database alike, whatever the others did', async () => {
			const [one, other] = await both((handle, world) => sweep(handle, world.member, world));
			expect(one?.size).toBeGreaterThan(60);
			expect([...(one?.keys() ?? [])]).toEqual(expect.arrayContaining(Object.keys(layouts)));
			expect(Object.fromEntries(other ?? [])).toEqual(Object.fromEntries(one ?? []));
		});

		if (stage === 'closed')
			it('is not told to whoever nominated either', async () => {
				const [one, other] = await both((handle, world) =>
					sweep(handle, world.season.nominator, world),
				);
				expect(Object.fromEntries(other ?? [])).toEqual(Object.fromEntries(one ?? []));
			});

		it('is the same over the socket and in answer to every form', async () => {
			const told = await both(async ({ database }, { member, ...world }) => {
				const { changes, upTo } = await readChanges(database, 0, 1000);
				const audience = { stream: 'internal' as const, unitIds: viewedUnits(member) };
				const forms = await tryEverything(database, member, { ...world, member });
				return { upTo, changes: selectChanges(audience, changes), forms };
			});
			expect(told[1]).toEqual(told[0]);
			const forms = Object.entries(told[0]?.forms ?? {});
			expect(
				forms.filter(([, { said }]) => !said.startsWith('Error: There is no nominee')),
			).toEqual([]);
		});

		it('is the same in answer to every form about dossiers, for one and for many at once', async () => {
			const told = await both(({ database }, world) => tryDossiers(database, world.member, world));
			expect(told[1]).toEqual(told[0]);
			const forms = Object.entries(told[0] ?? {});
			const { own, ofOwn } = played[0] ?? { own: 0, ofOwn: 0 };
			const refused = [`done: [ ${own}, ${ofOwn} ]`, 'Error: There is no nomination'];
			const taken = forms.filter(([, { said }]) => !refused.some((word) => said.startsWith(word)));
			// A decision is one on all that the account may decide on: its own aren't among them.
			expect(taken.filter(([name]) => !name.startsWith('decide'))).toEqual([]);
			for (const { database } of handles) {
				const nominees = await database
					.select({ state: awardNomination.state })
					.from(awardNomination)
					.where(inArray(awardNomination.id, [own, ofOwn]));
				expect(nominees).toEqual([{ state: 'listed' }, { state: 'listed' }]);
			}
		});

		if (stage === 'closed')
			it('is the same for a member who also reports for the unit: the dossier is theirs, the review is not there', async () => {
				const told = await both(async (handle, world) => {
					const grant = { role: 'reporter' as const, unitId: world.season.one.id };
					const actor = { ...world.member, grants: [...world.member.grants, grant] };
					await handle.database
						.insert(roleGrant)
						.values({ ...grant, accountId: actor.accountId })
						.onConflictDoNothing();
					const answers = Object.fromEntries(await sweep(handle, actor, world));
					const forms = await tryEverything(handle.database, actor, world);
					return { answers, forms, dossiers: await tryDossiers(handle.database, actor, world) };
				});
				expect(told[1]).toEqual(told[0]);
				const { own, seasonId } = played[0] ?? { own: 0, seasonId: 0 };
				const params = JSON.stringify({ season: String(seasonId), nomination: String(own) });
				const room = '/(internal)/awards/[season]';
				expect(told[0]?.answers[`${room}/council/[nomination] ${params}`]?.said).toMatch(
					/^refused/,
				);
				expect(told[0]?.answers[`${room}/nominations/[nomination] ${params}`]?.said).not.toMatch(
					/^refused/,
				);
			});

		if (stage !== 'scoring')
			it('differs for the chair: the sweep sees what is there', async () => {
				const [one, other] = await both((handle, world) =>
					sweep(handle, world.season.chair, world, 'awards'),
				);
				const sheet = '/(internal)/awards/[season]/council/[nomination]';
				for (const part of ['said', 'asked'] as const) {
					const differing = [...(one ?? [])].filter(
						([address, heard]) => String(other?.get(address)?.[part]) !== String(heard[part]),
					);
					expect(differing.map(([address]) => address.split(' ')[0])).toContain(sheet);
				}
			});

		if (stage === 'closed')
			it('leaves no room of a season unseen: the chair is let into each of them', async () => {
				const [handle, world] = [handles[0], played[0]];
				if (!handle || !world) throw new Error('a world');
				const { chair } = world.season;
				const opened = await sweep(handle, chair, world, '/awards');
				const said = new Map<string, string[]>();
				for (const [address, { said: answer }] of opened) {
					const [route = ''] = address.split(' ');
					said.set(route, [...(said.get(route) ?? []), answer]);
				}
				const shut = [...said].filter(([, answers]) =>
					answers.every((answer) => answer.startsWith('refused')),
				);
				// Nobody is put forward any more.
				expect(shut.map(([route]) => route)).toEqual([
					'/(internal)/awards/[season]/nominations/new',
				]);
				expect(said.size).toBeGreaterThan(20);
				for (const [room, nothing] of [
					['shortlist', 'shortlist: null'],
					['flags', 'units: []'],
					['back-checks', 'rounds: []'],
					['freeze', 'note: null'],
				] as const) {
					const answers = said.get(`/(internal)/awards/[season]/${room}`);
					expect(answers?.join(), room).not.toContain(nothing);
				}
			});
	},
);

it('holds for grants that come later: a conflict is derived whenever somebody asks', async () => {
	const handle = await openTestDatabase('embedded');
	const { season, seasonId, foreign } = await play(handle.database, praised, 'discussion');
	const deputy = season.sitting('deputy');
	await handle.database
		.insert(roleGrant)
		.values({ accountId: deputy.accountId, role: 'approver', unitId: season.other.id });
	const which = { seasonId, nominationId: foreign };
	await expect(
		addComment(handle.database, deputy, which, { text: 'xã tôi' }, inTime),
	).rejects.toThrow('There is no nominee');
	await handle.close();
});
