import type { Actor } from '../../contracts/accounts';
import type { UnitKind } from '../../contracts/admin-units';
import { localDay } from '../../contracts/local-time';
import { periodKinds, type Period } from '../../contracts/reports';
import { listPeriodChoices } from '../../reports/list-period-choices.server';
import type { Database } from '../../server/db/client';
import { listUnits } from '../list-units.server';

/** Whose reports a file holds: enterprises have a form of their own. */
export type FileLevel = 'both' | 'village' | 'commune' | 'enterprise';

export interface FileChoices {
	/** That have begun: months first, then the longer ones and ad hoc ones, each newest first. */
	periods: Pick<Period, 'code' | 'kind' | 'title'>[];
	/** What a file may be narrowed to. */
	units: { code: string; kind: UnitKind; name: string }[];
	levels: FileLevel[];
}

const roles = ['reporter', 'approver', 'administrator'] as const;

/** Which files of reports there are for an actor. */
export async function readFileChoices(
	database: Database,
	actor: Actor,
	now: Date,
): Promise<FileChoices> {
	const day = localDay(now);
	const levels = ['province', 'district', 'commune', 'enterprise'] as const;
	const units = await listUnits(database, actor, { roles, levels, day });
	const enterprises = units.filter(({ level }) => level === 'enterprise');
	const isOfEnterprise = actor.grants.every(({ unitId }) =>
		enterprises.some(({ id }) => id === unitId),
	);
	const unitIds = [...new Set(actor.grants.map(({ unitId }) => unitId))];
	const periods = await listPeriodChoices(database, now, unitIds);
	return {
		periods: periodKinds.flatMap((kind) =>
			periods
				.filter((period) => period.kind === kind)
				.map(({ code, title }) => ({ code, kind, title })),
		),
		units: units
			.filter(({ level }) => level !== 'enterprise')
			.map(({ code, kind, name }) => ({ code, kind, name })),
		levels: [
			...(isOfEnterprise ? [] : (['both', 'village', 'commune'] as const)),
			...(enterprises.length > 0 ? (['enterprise'] as const) : []),
		],
	};
}
