import { mayActOn } from '../../accounts/may-act-on.server';
import { unitByCode, unitColumns } from '../../admin-units/home.server';
import type { Actor } from '../../contracts/accounts';
import type { Unit } from '../../contracts/admin-units';
import { measures, type Basis } from '../../contracts/coverage';
import { inArray } from 'drizzle-orm';
import { readRegisters } from '../../coverage/registers.server';
import { readTargetsInForce } from '../../indicators/targets/list.server';
import { everyIndicator, type Indicator } from '../../indicators/reportable.server';
import type { Database } from '../../server/db/client';
import { adminUnit } from '../../server/db/schema';
import { ForbiddenError, NotFoundError } from '../../server/errors';
import { kindText } from '../reports/wording';
import { divideStated, type Stated } from './figures';
import type { PeriodicReport, ReportLine, UnitLine, YearTarget } from './periodic-report';
import { readSpanFigures, type SpanFigures, type UnitFigures } from './read-figures.server';
import { readPublishedTitles } from './read-practices.server';
import { parseSpan, spanBefore, yearOf, type Span } from './span';

export const draftingRoles = ['reporter', 'approver', 'administrator'] as const;

export interface WantedReport {
	/** Codes: the unit is the code's bearer on the span's last day. */
	unit: string;
	span: string;
	basis: Basis;
}

/**
 * The unit and span of a report that the actor may draft.
 * @throws NotFoundError, ForbiddenError
 */
export async function locateReport(
	database: Database,
	actor: Actor,
	wanted: Pick<WantedReport, 'unit' | 'span'>,
): Promise<{ unit: Unit; span: Span }> {
	const span = parseSpan(wanted.span);
	if (!span) throw new NotFoundError(`${wanted.span} is no span of months.`);
	const unit = await unitByCode(database, wanted.unit, span.endsOn);
	if (!unit) throw new NotFoundError(`There was no unit ${wanted.unit} on ${span.endsOn}.`);
	if (!(await mayActOn(database, actor, draftingRoles, unit.id)))
		throw new ForbiddenError(`This account may not draft for ${unit.code}.`);
	return { unit, span };
}

/** All that goes into a report but what its clerk writes. @throws NotFoundError, ForbiddenError */
export async function gatherReport(
	database: Database,
	actor: Actor,
	wanted: WantedReport,
): Promise<Omit<PeriodicReport, 'texts'>> {
	const { unit, span } = await locateReport(database, actor, wanted);
	const previous = spanBefore(span);
	const now = await readSpanFigures(database, unit.id, span, wanted.basis);
	const before = await readSpanFigures(database, unit.id, previous, wanted.basis);
	const targets = await readYearTargets(database, unit.id, span, wanted.basis);
	const lines = everyIndicator.flatMap((indicator): ReportLine[] => {
		const value = statedOf(indicator, now.total);
		const earlier = statedOf(indicator, before.total);
		const target = targets.get(indicator.code) ?? null;
		if (!value && !earlier && !target) return [];
		const { code, name, countingUnit, group, ratio } = indicator;
		return [{ code, name: name.vi, countingUnit, group, ratio, value, previous: earlier, target }];
	});
	return {
		unit,
		span,
		previous,
		basis: wanted.basis,
		householdsAsOf: now.householdsAsOf,
		register: (await readRegisters(database, [unit.id], span.endsOn)).get(unit.id) ?? null,
		lines,
		below: await nameUnits(database, now),
		practices: await readPublishedTitles(database, unit.id, span),
	};
}

/** The targets of the year that a span lies in, by indicator; a span over several years has none. */
async function readYearTargets(
	database: Database,
	unitId: number,
	span: Span,
	basis: Basis,
): Promise<Map<string, YearTarget>> {
	const year = yearOf(span);
	const inForce = year === null ? [] : await readTargetsInForce(database, [unitId], year);
	if (inForce.length === 0) return new Map();
	const soFar = { startsOn: `${year}-01-01`, endsOn: span.endsOn };
	const { total } = await readSpanFigures(database, unitId, soFar, basis);
	return new Map(
		everyIndicator.flatMap((indicator): [string, YearTarget][] => {
			const target = inForce.find(({ code }) => code === indicator.code);
			if (!target) return [];
			const value: Stated = { value: target.value, qualifier: '=' };
			return [[indicator.code, { value, reached: statedOf(indicator, total) }]];
		}),
	);
}

/** Counts as reported, households as of their newest period, ratios from both. */
function statedOf(indicator: Indicator, { values, households }: UnitFigures): Stated | null {
	const count = (code: string): Stated | null => {
		const known = values.get(code);
		if (known) return known;
		const measure = measures.find((one) => code === `${one}Households`);
		const household = measure && households.get(measure);
		if (household) return { value: household.able, qualifier: '=' };
		// The register of those who answered at all: the largest base of any measure.
		const bases = [...households.values()].map(({ base }) => base);
		return code === 'households' && bases.length > 0
			? { value: Math.max(...bases), qualifier: '=' }
			: null;
	};
	const { ratio, code } = indicator;
	if (!ratio) return count(code);
	const measure = measures.find((one) => code === `${one}Share`);
	const household = measure && households.get(measure);
	// A share of households divides by those where both numbers are known.
	if (household) return { value: household.able / household.base, qualifier: '=' };
	return divideStated(count(ratio.numerator), count(ratio.denominator));
}

async function nameUnits(database: Database, { below }: SpanFigures): Promise<UnitLine[]> {
	if (below.size === 0) return [];
	const units = await database
		.select(unitColumns)
		.from(adminUnit)
		.where(inArray(adminUnit.id, [...below.keys()]));
	const { compare } = new Intl.Collator('vi', { numeric: true });
	return units
		.map((unit) => ({
			name: `${kindText[unit.kind]} ${unit.name}`.trim(),
			...(below.get(unit.id) ?? { values: new Map(), households: new Map() }),
		}))
		.sort((one, other) => compare(one.name, other.name));
}
