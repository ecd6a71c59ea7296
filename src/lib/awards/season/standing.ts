import type { SeasonSettings } from '../../contracts/awards/seasons';
import { planSteps, warningsOn, type PlannedStep, type StepWarning } from '../calendar/plan';

export interface Standing {
	/** The step that is ahead; null once the ceremony is over. */
	next: PlannedStep | null;
	warnings: StepWarning[];
}

/** A season with where it stands on a local day by its calendar. */
export function standingOn<Season extends { year: number; settings: SeasonSettings }>(
	today: string,
	season: Season,
): Season & Standing {
	const steps = planSteps(season.year, season.settings);
	const next = steps.find(({ on }) => on >= today) ?? null;
	return { ...season, next, warnings: warningsOn(today, steps) };
}
