import { mayActOn } from '../../accounts/access/may-act-on.server';
import { unitByCode } from '../../admin-units/home.server';
import type { Actor } from '../../contracts/accounts';
import type { Unit } from '../../contracts/admin-units';
import { measures, type Basis } from '../../contracts/coverage';
import { readRegisters } from '../../coverage/registers.server';
import { readTargetsInForce } from '../../indicators/targets/list.server';
import { everyIndicator, type Indicator } from '../../indicators/reportable.server';
import type { Database } from '../../server/db/client';
import { ForbiddenError, NotFoundError } from '../../server/errors';
import { divideStated, reviewedHouseholds, type Stated } from './figures';
import { nameCompared, nameUnits } from './name-units.server';
import type { PeriodicReport, ReportLine, YearTarget } from './periodic-report';
import { readSpanFigures, type UnitFigures } from './read-figures.server';
import { readPublishedTitles } from './read-practices.server';
import { readSources } from './read-sources.server';
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

/** A part is named with a dash before it, and follows its whole: of each part, the code of its whole. */
const wholes = new Map<string, string>();
for (const [index, { code, name }] of everyIndicator.entries()) {
	const whole = everyIndicator.slice(0, index).findLast((one) => !one.name.vi.startsWith('–'));
	if (whole && name.vi.startsWith('–')) wholes.set(code, whole.code);
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
		const { code, name, countingUnit, group, direction, ratio } = indicator;
		const named = { code, name: name.vi, names: name, countingUnit, group, direction, ratio };
		return [{ ...named, partOf: wholes.get(code) ?? null, value, previous: earlier, target }];
	});
	return {
		unit,
		span,
		previous,
		basis: wanted.basis,
		householdsAsOf: now.householdsAsOf,
		sources: await readSources(database, unit.id, span, wanted.basis),
		register: (await readRegisters(database, [unit.id], span.endsOn)).get(unit.id) ?? null,
		lines,
		below: await nameUnits(database, unit, now),
		compared: await nameCompared(database, now),
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
		const stated = values.get(code);
		if (stated) return stated;
		const measure = measures.find((one) => code === `${one}Households`);
		const household = measure && households.get(measure);
		if (household) return { value: household.able, qualifier: '=' };
		return code === 'households' && households.size > 0
			? { value: reviewedHouseholds(households), qualifier: '=' }
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
