import { planSteps } from '../../awards/calendar/plan';
import { usualSettings, type SeasonStep } from '../../contracts/awards/seasons';
import { addDays } from '../../contracts/local-time';

/** Local days on which a season's work was done; null for what is still ahead. */
export interface SeasonDays {
	nominatedOn: string;
	/** When one dossier of each category came after the last day, and all went before the council. */
	lateOn: string | null;
	checkedOn: string | null;
	seatedOn: string | null;
	frozenOn: string | null;
	votedOn: string | null;
	decidedOn: string | null;
}

/** How far a season of the demo has come by its calendar on a day. */
export function daysOfSeason(year: number, today: string): SeasonDays {
	const steps = planSteps(year, usualSettings);
	const dayOf = (step: SeasonStep): string => {
		const planned = steps.find((one) => one.step === step);
		if (!planned) throw new Error(`The calendar has no ${step}.`);
		return planned.on;
	};
	const past = (day: string) => (day <= today ? day : null);
	return {
		nominatedOn: past(`${year}-08-03`) ?? today,
		lateOn: past(addDays(dayOf('nominations'), 3)),
		checkedOn: past(`${year}-07-20`),
		seatedOn: past(`${year}-07-02`),
		frozenOn: past(dayOf('freeze')),
		votedOn: past(dayOf('vote')),
		decidedOn: past(`${year}-10-05`),
	};
}
