import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../../server/db/client';
import { median, spread, type Figures, type PeerShare, type WarningFacts } from './warnings';

/** Months looked back; a step between two of them needs one more. */
const historyLength = 6;

const key = sql.raw(`as key ("unitId" int, "periodId" int)`);
/** What a revision says exactly, by the names of form fields. */
const figures = sql.raw(`jsonb_strip_nulls(jsonb_build_object(
	'householdSkills.households', revision.households, 'householdSkills.skill1', revision.skill_1,
	'householdSkills.skill2', revision.skill_2, 'householdSkills.skill3', revision.skill_3,
	'householdSkills.skill4', revision.skill_4, 'householdSkills.skill5', revision.skill_5,
	'householdSkills.allFive', revision.all_five, 'householdSkills.assisted', revision.assisted,
	'householdSkills.vneid', revision.vneid, 'householdSkills.serviceAccount', revision.service_account))
	|| coalesce((select jsonb_object_agg('values.' || value.indicator_code, value.value) from report_value value
		where value.report_id = revision.report_id and value.revision = revision.revision
			and value.status = 'value' and value.qualifier = '='), '{}') as figures`);

export interface ReportKey {
	unitId: number;
	periodId: number;
}

/** What reports are compared with before they look odd, by `unitId:periodId`. */
export async function readWarningFacts(
	database: Database,
	keys: readonly ReportKey[],
): Promise<Map<string, WarningFacts>> {
	if (keys.length === 0) return new Map();
	const history = await readHistory(database, keys);
	const peers = await readPeers(database, keys);
	return new Map(
		keys.map(({ unitId, periodId }) => {
			const name = `${unitId}:${periodId}`;
			return [name, { history: history.get(name) ?? [], peers: peers.get(name) ?? {} }];
		}),
	);
}

async function readHistory(
	database: Database,
	keys: readonly ReportKey[],
): Promise<Map<string, Figures[]>> {
	const rows = await queryRows<{ name: string; figures: Figures }>(
		database,
		sql`select key."unitId" || ':' || key."periodId" as name, ${figures}
			from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) ${key}
			join reporting_period period on period.id = key."periodId"
			cross join lateral (
				select report.id, report.provisional_revision, before.starts_on
				from report join reporting_period before on before.id = report.period_id
				where report.unit_id = key."unitId" and before.kind = period.kind
					and before.starts_on < period.starts_on and report.provisional_revision is not null
				order by before.starts_on desc limit ${historyLength}
			) last
			join report_revision revision
				on revision.report_id = last.id and revision.revision = last.provisional_revision
			order by last.starts_on desc`,
	);
	return groupFigures(rows);
}

function groupFigures(rows: readonly { name: string; figures: Figures }[]): Map<string, Figures[]> {
	const groups = new Map<string, Figures[]>();
	for (const { name, figures } of rows) groups.set(name, [...(groups.get(name) ?? []), figures]);
	return groups;
}

/** Units of the same parent and level, by their reports for the newest earlier period of the same kind. */
async function readPeers(
	database: Database,
	keys: readonly ReportKey[],
): Promise<Map<string, Record<string, PeerShare>>> {
	const named = await queryRows<{ name: string; group: string }>(
		database,
		sql`select key."unitId" || ':' || key."periodId" as name,
				unit.parent_id || ':' || unit.level || ':' || before.id as "group"
			from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) ${key}
			join admin_unit unit on unit.id = key."unitId"
			join reporting_period period on period.id = key."periodId"
			cross join lateral (
				select before.id from reporting_period before
				where before.kind = period.kind and before.starts_on < period.starts_on
				order by before.starts_on desc limit 1
			) before
			where unit.parent_id is not null`,
	);
	const groups = [...new Set(named.map(({ group }) => group))].map((name) => {
		const [parentId, level, periodId] = name.split(':');
		return { name, parentId, level, periodId };
	});
	const rows = await queryRows<{ name: string; figures: Figures }>(
		database,
		sql`select peer_group.name, ${figures}
			from jsonb_to_recordset(${JSON.stringify(groups)}::jsonb)
				as peer_group (name text, "parentId" int, level text, "periodId" int)
			join admin_unit unit on unit.parent_id = peer_group."parentId" and unit.level = peer_group.level
			join report on report.unit_id = unit.id and report.period_id = peer_group."periodId"
			join report_revision revision
				on revision.report_id = report.id and revision.revision = report.provisional_revision
			where revision.households > 0`,
	);
	const shares = new Map([...groupFigures(rows)].map(([name, units]) => [name, sharesOf(units)]));
	return new Map(named.map(({ name, group }) => [name, shares.get(group) ?? {}]));
}

function sharesOf(units: readonly Figures[]): Record<string, PeerShare> {
	const fields = new Set(units.flatMap((unit) => Object.keys(unit)));
	return Object.fromEntries(
		[...fields].map((field) => {
			const shares = units.flatMap((unit) => {
				const [count, all] = [unit[field], unit['householdSkills.households']];
				return count === undefined || !all ? [] : [count / all];
			});
			const rounded = (share: number) => Math.round(share * 1e4) / 1e4;
			return [
				field,
				{ median: rounded(median(shares)), spread: rounded(spread(shares)), units: shares.length },
			];
		}),
	);
}
