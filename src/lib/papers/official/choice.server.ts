import type { Actor } from '../../contracts/accounts';
import type { UnitKind } from '../../contracts/admin-units';
import { localDay, monthsSince } from '../../contracts/local-time';
import { latestDuePeriod } from '../../reports/periods/periods.server';
import { readConfig } from '../../server/config';
import type { Database } from '../../server/db/client';
import { listUnits } from '../list-units.server';
import { draftingRoles, type WantedReport } from './gather-report.server';
import { parseSpan, spanChoices } from './span';

export interface Choice {
	units: { code: string; kind: UnitKind; name: string }[];
	/** Codes, newest first. */
	spans: ReturnType<typeof spanChoices>;
	/** Months `2026-10`, where the span is none of the usual ones. */
	from: string;
	to: string;
	custom: boolean;
	/** Whether the months asked for make no span. */
	wrongSpan: boolean;
	/** Null when there is nothing to draft. */
	wanted: WantedReport | null;
}

/**
 * Which report a page is about: `don-vi`, `ky` (or `tu` and `den` with `ky=tu-den`), `so-lieu`. Units are
 * those of the span's last day, so that a district can be drafted for as long as there were any.
 */
export async function readChoice(
	database: Database,
	actor: Actor,
	parameters: URLSearchParams,
	now: Date,
): Promise<Choice> {
	const today = localDay(now);
	const from = parameters.get('tu') ?? `${today.slice(0, 4)}-01`;
	const to = parameters.get('den') ?? today.slice(0, 7);
	const custom = parameters.get('ky') === customSpan;
	const unitsOn = (day: string) =>
		listUnits(database, actor, {
			roles: draftingRoles,
			levels: ['province', 'district', 'commune'],
			day,
		});
	// A unit that is named but can't be drafted for is never replaced: what is saved would go astray.
	const named = parameters.get('don-vi');
	const pick = (units: Awaited<ReturnType<typeof unitsOn>>) =>
		named ? units.find(({ code }) => code === named) : units[0];
	// Where nothing is asked for: the newest month that is due from the unit, by its own deadlines.
	const newest = async () =>
		(await latestDuePeriod(database, now, pick(await unitsOn(today))?.id ?? null)).code;
	const asked = custom ? `${from}..${to}` : (parameters.get('ky') ?? (await newest()));
	const span = parseSpan(asked);
	const usual = spanChoices(monthsSince(readConfig().firstYear, today));
	// What is shown is what the list says, also where it lies before the first year.
	const spans = !span || custom || usual.includes(span.code) ? usual : [...usual, span.code];
	const units = await unitsOn(span && span.endsOn < today ? span.endsOn : today);
	const unit = pick(units);
	const basis = parameters.get('so-lieu') === 'provisional' ? 'provisional' : 'approved';
	return {
		units: units.map(({ code, kind, name }) => ({ code, kind, name })),
		spans,
		from,
		to,
		custom,
		wrongSpan: span === undefined,
		wanted: unit && span ? { unit: unit.code, span: span.code, basis } : null,
	};
}

/** The choice that asks for two months. */
export const customSpan = 'tu-den';
