import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { CriterionSetting } from '../../contracts/awards/criteria';
import type { CriteriaState } from '../../contracts/awards/seasons';
import type { CandidateKind } from '../../contracts/awards/candidates';
import { queryRows, type Database } from '../../server/db/client';
import { isoInstant } from '../../server/db/instant';
import { NotFoundError } from '../../server/errors';
import { requireSeason } from '../season/keeper.server';

export interface CriteriaVersion extends Record<string, unknown> {
	id: number;
	categoryId: number;
	categoryName: string;
	kind: CandidateKind;
	version: number;
	state: CriteriaState;
	criteria: CriterionSetting[];
	draftedBy: string;
	signedBy: string | null;
	signerId: number | null;
	forcedBy: string | null;
	/** ISO instants. */
	signedAt: string | null;
	forcedAt: string | null;
	hash: string | null;
}

const versions = sql`select version.id, version.category_id as "categoryId", category.name as "categoryName",
		category.kind, version.version, version.state, version.criteria,
		drafter.display_name as "draftedBy", signer.display_name as "signedBy",
		version.signed_by as "signerId", forcer.display_name as "forcedBy",
		${isoInstant(sql`version.signed_at`)} as "signedAt",
		${isoInstant(sql`version.forced_at`)} as "forcedAt", version.hash
	from award_criteria_version version
	join award_category category on category.id = version.category_id
	join account drafter on drafter.id = version.drafted_by
	left join account signer on signer.id = version.signed_by
	left join account forcer on forcer.id = version.forced_by`;

/** All versions of a season's criteria, by category, the newest first. */
export const listCriteria = (database: Database, seasonId: number): Promise<CriteriaVersion[]> =>
	queryRows<CriteriaVersion>(
		database,
		sql`${versions} where category.season_id = ${seasonId} order by category.id, version.version desc`,
	);

/** What is public of criteria: that a version is or was in force, and its hash; not who wrote it. */
export interface PublishedCriteria extends Record<string, unknown> {
	categoryId: number;
	categoryName: string;
	kind: CandidateKind;
	seasonId: number;
	seasonName: string;
	version: number;
	state: 'inForce' | 'replaced';
	criteria: CriterionSetting[];
	/** ISO instant. */
	forcedAt: string;
	hash: string;
}

/** Versions in force, or once in force, of one season or of all, the newest first. */
export const listPublishedCriteria = (
	database: Database,
	seasonId?: number,
): Promise<PublishedCriteria[]> =>
	queryRows<PublishedCriteria>(
		database,
		sql`select version.category_id as "categoryId", category.name as "categoryName", category.kind,
				season.id as "seasonId", season.name as "seasonName", version.version, version.state,
				version.criteria, ${isoInstant(sql`version.forced_at`)} as "forcedAt", version.hash
			from award_criteria_version version
			join award_category category on category.id = version.category_id
			join award_season season on season.id = category.season_id
			where version.state in ('inForce', 'replaced')
				${seasonId === undefined ? sql`` : sql`and season.id = ${seasonId}`}
			order by season.year desc, season.id desc, category.id, version.version desc`,
	);

export interface Trial extends Record<string, unknown> {
	id: number;
	criteria: CriterionSetting[];
	bands: number;
	sensitivity: number;
	by: string;
	/** ISO instant. */
	at: string;
}

/**
 * One version with its trials, the newest first.
 * @throws NotFoundError
 */
export async function readVersion(
	database: Database,
	actor: Actor,
	{ seasonId, versionId }: { seasonId: number; versionId: number },
): Promise<CriteriaVersion & { trials: Trial[] }> {
	await requireSeason(database, actor, seasonId);
	const [version] = await queryRows<CriteriaVersion>(
		database,
		sql`${versions} where category.season_id = ${seasonId} and version.id = ${versionId}`,
	);
	if (!version) throw new NotFoundError(`The season has no version ${versionId} of criteria.`);
	const trials = await queryRows<Trial>(
		database,
		sql`select trial.id, trial.criteria, trial.bands, trial.sensitivity, account.display_name as by,
				${isoInstant(sql`trial.tried_at`)} as at
			from award_criteria_trial trial join account on account.id = trial.tried_by
			where trial.version_id = ${versionId} order by trial.id desc`,
	);
	return { ...version, trials };
}
