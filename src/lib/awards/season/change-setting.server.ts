import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import {
	categoryOfQuota,
	quotaKey,
	seasonSettingSchemas,
	type SettingKey,
} from '../../contracts/awards/seasons';
import type { Database } from '../../server/db/client';
import { awardCategory, awardSetting } from '../../server/db/schema';
import { InvalidError } from '../../server/errors';
import { parse } from '../../server/parse';
import { ceremonyOf } from '../calendar/plan';
import { readPublicPeers } from '../peers/read-peers.server';
import { lockSeason, type Season } from './keeper.server';
import { readSeasonSettings } from './read-settings.server';
import { ChangedQuota, ChangedSetting } from './schemas';

interface Changed {
	key: SettingKey;
	value: number;
	basis: string;
	reason: string;
}

/**
 * Sets one of a season's settings anew, a category's quota among them, with the paper that says so and why;
 * what stood before stays on record.
 * @throws InvalidError, NotFoundError, ForbiddenError; ConflictError when the season is frozen.
 */
export async function changeSetting(
	database: Database,
	actor: Actor,
	seasonId: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const changed = parseChange(input);
	await database.transaction(async (transaction) => {
		const season = await lockSeason(transaction, actor, seasonId, 'administrator');
		const categoryId = categoryOfQuota(changed.key);
		if (categoryId === null) await requireUse(transaction, season, changed);
		else await setQuota(transaction, { seasonId, categoryId, quota: changed.value });
		await transaction
			.insert(awardSetting)
			.values({ ...changed, seasonId, setBy: actor.accountId, setAt: now });
		await writeAudit(transaction, {
			...{ actor, action: 'season.changeSetting', subject: `season:${seasonId}` },
			details: { key: changed.key, value: changed.value, reason: changed.reason },
		});
	});
}

function parseChange(input: unknown): Changed {
	const asked = v.safeParse(v.object({ key: v.string() }), input);
	const categoryId = asked.success ? categoryOfQuota(asked.output.key) : null;
	if (categoryId !== null) return { key: quotaKey(categoryId), ...parse(ChangedQuota, input) };
	const changed = parse(ChangedSetting, input);
	parse(v.object({ value: seasonSettingSchemas[changed.key] }), changed);
	return changed;
}

/** @throws InvalidError for a setting that would come too late to be heeded. */
async function requireUse(
	transaction: Database,
	season: Season,
	{ key, value }: Changed,
): Promise<void> {
	const { fixed } = await readPublicPeers(transaction, season.id);
	if (key === 'peerCount' && fixed.length > 0)
		throw new InvalidError([
			{ field: 'value', rule: 'peersFixed', message: 'with whom units are compared is fixed' },
		]);
	const settings = await readSeasonSettings(transaction, season.id);
	if (season.countsUntil >= ceremonyOf(season.year, { ...settings, [key]: value }))
		throw new InvalidError([
			{ field: 'value', rule: 'beforeCeremony', message: 'figures end after that ceremony' },
		]);
}

/** @throws InvalidError for a category of another season. */
async function setQuota(
	transaction: Database,
	{ seasonId, categoryId, quota }: { seasonId: number; categoryId: number; quota: number },
): Promise<void> {
	const set = await transaction
		.update(awardCategory)
		.set({ quota })
		.where(and(eq(awardCategory.id, categoryId), eq(awardCategory.seasonId, seasonId)))
		.returning({ id: awardCategory.id });
	if (set.length === 0)
		throw new InvalidError([
			{ field: 'key', rule: 'choose', message: `the season has no category ${categoryId}` },
		]);
}
