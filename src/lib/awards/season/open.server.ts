import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import { quotaKey, seasonSettingKeys, usualSettings } from '../../contracts/awards/seasons';
import type { Database } from '../../server/db/client';
import { awardCategory, awardSeason, awardSetting } from '../../server/db/schema';
import { ForbiddenError, InvalidError } from '../../server/errors';
import { parse } from '../../server/parse';
import { readKeepingRights } from './keeper.server';
import { NewSeason } from './schemas';

/**
 * Opens a year's season with its categories and the usual settings, by an administrator of the unit.
 * @returns its id.
 * @throws InvalidError, also when the unit has a season of that year and name; ForbiddenError.
 */
export async function openSeason(
	database: Database,
	actor: Actor,
	input: unknown,
	now: Date,
): Promise<number> {
	const { categories, basis, ...fields } = parse(NewSeason, input);
	return database.transaction(async (transaction) => {
		const { keeps } = await readKeepingRights(transaction, actor, fields.unitId);
		if (!keeps) throw new ForbiddenError('This account opens no season of that unit.');
		const [season] = await transaction
			.insert(awardSeason)
			.values({ ...fields, openedBy: actor.accountId, openedAt: now })
			.onConflictDoNothing({
				target: [awardSeason.unitId, awardSeason.year, awardSeason.name],
			})
			.returning({ id: awardSeason.id });
		if (!season)
			throw new InvalidError([
				{ field: 'name', rule: 'nameTaken', message: 'the unit has a season of that name' },
			]);
		const seasonId = season.id;
		const opened = await transaction
			.insert(awardCategory)
			.values(categories.map((category) => ({ ...category, seasonId })))
			.returning();
		const settings = [
			...opened.map(({ id, quota }) => ({ key: quotaKey(id), value: quota })),
			...seasonSettingKeys.map((key) => ({ key, value: usualSettings[key] })),
		];
		const set = { seasonId, basis, reason: '', setBy: actor.accountId, setAt: now };
		await transaction
			.insert(awardSetting)
			.values(settings.map((setting) => ({ ...setting, ...set })));
		await writeAudit(transaction, {
			...{ actor, action: 'season.open', subject: `season:${seasonId}` },
			details: { unitId: fields.unitId, year: fields.year },
		});
		return seasonId;
	});
}
