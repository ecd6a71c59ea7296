import { sql } from 'drizzle-orm';
import {
	isQuota,
	seasonSettingKeys,
	usualSettings,
	type SeasonSettingKey,
	type SeasonSettings,
	type SettingKey,
} from '../../contracts/awards/seasons';
import { queryRows, type Database } from '../../server/db/client';
import { idList } from '../../server/db/among';
import { instant, isoInstant } from '../../server/db/instant';

export interface SettingEntry extends Record<string, unknown> {
	key: SettingKey;
	value: number;
	basis: string;
	reason: string;
	by: string;
	/** ISO instant. */
	at: string;
}

/**
 * The settings of seasons as they hold, by season; their quotas stand in their categories.
 * @param at an instant as of which they are read; null: as they hold now.
 */
export async function readSettings(
	database: Database,
	seasonIds: readonly number[],
	at: Date | null,
): Promise<Map<number, SeasonSettings>> {
	const entries = await queryRows<{ seasonId: number; key: SeasonSettingKey; value: number }>(
		database,
		sql`select distinct on (season_id, key) season_id as "seasonId", key, value from award_setting
			where season_id in ${idList(seasonIds)} and key not like 'quota:%'
				${at ? sql`and set_at <= ${instant(at)}` : sql``} order by season_id, key, id desc`,
	);
	const settings = new Map(seasonIds.map((id) => [id, { ...usualSettings }]));
	for (const { seasonId, key, value } of entries) {
		const of = settings.get(seasonId);
		if (of) of[key] = value;
	}
	return settings;
}

/** One season's settings as they hold. */
export async function readSeasonSettings(
	database: Database,
	seasonId: number,
): Promise<SeasonSettings> {
	return (await readSettings(database, [seasonId], null)).get(seasonId) ?? usualSettings;
}

/** All that a season's settings were set to, the newest first: the first of a key holds. */
export const readSettingHistory = (database: Database, seasonId: number): Promise<SettingEntry[]> =>
	queryRows<SettingEntry>(
		database,
		sql`select setting.key, setting.value, setting.basis, setting.reason,
				account.display_name as by, ${isoInstant(sql`setting.set_at`)} as at
			from award_setting setting join account on account.id = setting.set_by
			where setting.season_id = ${seasonId} order by setting.id desc`,
	);

/** What holds of a history: quotas first, then in the order of the catalogue. */
export function currentSettings(history: readonly SettingEntry[]): SettingEntry[] {
	const quotas = history.map(({ key }) => key).filter(isQuota);
	const keys: SettingKey[] = [...new Set(quotas.toReversed()), ...seasonSettingKeys];
	return keys.flatMap((key) => history.find((entry) => entry.key === key) ?? []);
}
