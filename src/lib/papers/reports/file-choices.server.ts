import type { Actor } from '../../contracts/accounts';
import type { UnitKind, UnitLevel } from '../../contracts/admin-units';
import { localDay } from '../../contracts/local-time';
import { periodKinds, type Period } from '../../contracts/reports';
import { listPeriodChoices } from '../../reports/periods/list-period-choices.server';
import type { Database } from '../../server/db/client';
import { listUnits } from '../list-units.server';

/** Whose reports a file holds: levels above communes and organisations have forms of their own. */
const levelsOfFile = {
	both: ['commune', 'village'],
	village: ['village'],
	commune: ['commune'],
	level: ['province', 'district'],
	organisation: ['organisation'],
} as const satisfies Record<string, readonly UnitLevel[]>;
export type FileLevel = keyof typeof levelsOfFile;

/** The levels that a file is asked for by this word; villages and communes by any other. */
export const fileLevels = (word: string | null): readonly UnitLevel[] =>
	Object.entries(levelsOfFile).find(([name]) => name === word)?.[1] ?? levelsOfFile.both;

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
	const levels = ['province', 'district', 'commune', 'organisation'] as const;
	const units = await listUnits(database, actor, { roles, levels, day });
	const organisations = units.filter(({ level }) => level === 'organisation');
	const above = units.some(({ level }) => level === 'province' || level === 'district');
	const isOfOrganisations = actor.grants.every(({ unitId }) =>
		organisations.some(({ id }) => id === unitId),
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
			.filter(({ level }) => level !== 'organisation')
			.map(({ code, kind, name }) => ({ code, kind, name })),
		levels: [
			...(isOfOrganisations ? [] : (['both', 'village', 'commune'] as const)),
			...(above ? (['level'] as const) : []),
			...(organisations.length > 0 ? (['organisation'] as const) : []),
		],
	};
}
