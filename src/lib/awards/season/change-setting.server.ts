import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import { seasonSettingSchemas } from '../../contracts/award-seasons';
import type { Database } from '../../server/db/client';
import { awardSetting } from '../../server/db/schema';
import { InvalidError } from '../../server/errors';
import { parse } from '../../server/parse';
import { ceremonyOf } from '../calendar/plan';
import { lockSeason } from './keeper.server';
import { readSeasonSettings } from './read-settings.server';
import { ChangedSetting } from './schemas';
import * as v from 'valibot';

/**
 * Sets one of a season's settings anew, with the paper that says so and why; what stood before stays on record.
 * @throws InvalidError, NotFoundError, ForbiddenError; ConflictError when the season is frozen.
 */
export async function changeSetting(
	database: Database,
	actor: Actor,
	seasonId: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const changed = parse(ChangedSetting, input);
	parse(v.object({ value: seasonSettingSchemas[changed.key] }), changed);
	await database.transaction(async (transaction) => {
		const season = await lockSeason(transaction, actor, seasonId, 'administrator');
		const settings = await readSeasonSettings(transaction, seasonId);
		if (
			season.countsUntil >= ceremonyOf(season.year, { ...settings, [changed.key]: changed.value })
		)
			throw new InvalidError([
				{ field: 'value', rule: 'beforeCeremony', message: 'figures end after that ceremony' },
			]);
		await transaction
			.insert(awardSetting)
			.values({ ...changed, seasonId, setBy: actor.accountId, setAt: now });
		await writeAudit(transaction, {
			...{ actor, action: 'season.changeSetting', subject: `season:${seasonId}` },
			details: { key: changed.key, value: changed.value, reason: changed.reason },
		});
	});
}
