import { desc, eq } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import { readSeason } from '../../awards/season/read.server';
import type { Actor } from '../../contracts/accounts';
import {
	AwardPaperSettings,
	type AwardPaperSettings as Settings,
} from '../../contracts/awards/paper-settings';
import type { Database } from '../../server/db/client';
import { awardPaperSetting } from '../../server/db/schema';
import { ForbiddenError } from '../../server/errors';
import { parse } from '../../server/parse';
import { usualPaperSettings } from './usual-settings';

/** What a season's papers say of its province. @throws NotFoundError */
export async function readPaperSettings(
	database: Database,
	actor: Actor,
	seasonId: number,
): Promise<{ settings: Settings; season: Awaited<ReturnType<typeof readSeason>> }> {
	const season = await readSeason(database, actor, seasonId);
	const [set] = await database
		.select({ settings: awardPaperSetting.settings })
		.from(awardPaperSetting)
		.where(eq(awardPaperSetting.seasonId, seasonId))
		.orderBy(desc(awardPaperSetting.id))
		.limit(1);
	const unit = { kind: season.unitKind, name: season.unitName };
	return { season, settings: set?.settings ?? usualPaperSettings(unit, season.year) };
}

/**
 * Sets what papers say, for papers drawn up from here on.
 * @param input not yet parsed, see `AwardPaperSettings`.
 * @throws NotFoundError, ForbiddenError, InvalidError
 */
export async function savePaperSettings(
	database: Database,
	actor: Actor,
	seasonId: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const settings = parse(AwardPaperSettings, input);
	await database.transaction(async (transaction) => {
		const { sits } = await readSeason(transaction, actor, seasonId);
		if (!sits) throw new ForbiddenError('Only the committee says what its papers say.');
		await transaction
			.insert(awardPaperSetting)
			.values({ seasonId, settings, setBy: actor.accountId, setAt: now });
		await writeAudit(transaction, {
			...{ actor, action: 'award.setPapers', subject: `awardSeason:${seasonId}` },
		});
	});
}
