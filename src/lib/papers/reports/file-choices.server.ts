import type { Actor } from '../../contracts/accounts';
import type { UnitKind } from '../../contracts/admin-units';
import { addMonths, localDay } from '../../contracts/local-time';
import { listPeriods } from '../../reports/periods.server';
import type { Database } from '../../server/db/client';
import { listUnits } from '../list-units.server';

/** Whose reports a file holds: enterprises have a form of their own. */
export type FileLevel = 'both' | 'village' | 'commune' | 'enterprise';

export interface FileChoices {
	/** Codes of the last two years that have begun, newest first; ad hoc ones with what they are about. */
	periods: {
		months: string[];
		quarters: string[];
		years: string[];
		adHoc: { code: string; title: string }[];
	};
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
	return {
		periods: { ...regularPeriods(day), adHoc: await readAdHoc(database, actor, now) },
		units: units
			.filter(({ level }) => level !== 'enterprise')
			.map(({ code, kind, name }) => ({ code, kind, name })),
		levels: [
			...(isOfEnterprise ? [] : (['both', 'village', 'commune'] as const)),
			...(enterprises.length > 0 ? (['enterprise'] as const) : []),
		],
	};
}

function regularPeriods(day: string): Omit<FileChoices['periods'], 'adHoc'> {
	const months = Array.from({ length: 24 }, (_, index) => addMonths(day.slice(0, 7), -index));
	const quarterOf = (month: string) =>
		`${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
	return {
		months,
		quarters: [...new Set(months.map(quarterOf))],
		years: [...new Set(months.map((month) => month.slice(0, 4)))],
	};
}

async function readAdHoc(database: Database, actor: Actor, now: Date) {
	const found = new Map<string, string>();
	for (const unitId of new Set(actor.grants.map((grant) => grant.unitId)))
		for (const { kind, code, title } of await listPeriods(database, now, unitId))
			if (kind === 'adHoc') found.set(code, title ?? '');
	return [...found].map(([code, title]) => ({ code, title }));
}
