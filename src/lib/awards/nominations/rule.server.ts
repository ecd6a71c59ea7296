import { eq } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { RequiredPart } from '../../contracts/awards/nominations';
import type { Database } from '../../server/db/client';
import { awardDossierRule } from '../../server/db/schema';
import { ForbiddenError } from '../../server/errors';
import { parse } from '../../server/parse';
import { readSeasonBase } from '../council/read-facts.server';
import { DossierRule } from './schemas';

export type StoredRule = Omit<typeof awardDossierRule.$inferSelect, 'seasonId'>;

const basis = 'Luật Thi đua, khen thưởng 2022; Nghị định 152/2025/NĐ-CP';
const everybody: RequiredPart['kinds'] = ['commune', 'communeTeam', 'villageTeam', 'individual'];

/** What a season asks of dossiers until somebody says otherwise. */
export const usualRule: StoredRule = {
	parts: (['submissionLetter', 'achievementReport', 'minutes'] as const).map((part) => ({
		...{ part, kinds: everybody, legalBasis: basis },
	})),
	eraseAfterMonths: 24,
	eraseBasis: 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15',
};

export async function readDossierRule(database: Database, seasonId: number): Promise<StoredRule> {
	const [stored] = await database
		.select()
		.from(awardDossierRule)
		.where(eq(awardDossierRule.seasonId, seasonId));
	return stored ?? usualRule;
}

/** Sets what a season asks of dossiers. @throws InvalidError, NotFoundError, ForbiddenError */
export async function setDossierRule(
	database: Database,
	actor: Actor,
	seasonId: number,
	input: unknown,
): Promise<void> {
	const rule = parse(DossierRule, input);
	await database.transaction(async (transaction) => {
		const { rights } = await readSeasonBase(transaction, actor, seasonId);
		if (!rights.setsDossier) throw new ForbiddenError('This account sets up no season here.');
		await transaction
			.insert(awardDossierRule)
			.values({ seasonId, ...rule })
			.onConflictDoUpdate({ target: awardDossierRule.seasonId, set: rule });
		await writeAudit(transaction, {
			...{ actor, action: 'nomination.setRule', subject: `season:${seasonId}`, details: rule },
		});
	});
}
