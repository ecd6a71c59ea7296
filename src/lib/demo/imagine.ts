import { tellHistory, type Happening } from './history/history';
import { calendarOf, type Calendar } from './history/months';
import type { Ground } from './province/communes';
import { buildProvince, type Province } from './province/province';

/** Everything that is made up, before anything is stored. */
export interface Demo {
	calendar: Calendar;
	province: Province;
	/** What happened until now, in order. */
	happenings: Happening[];
}

/** The same province always, with a history that leads up to an instant. */
export function imagineDemo(now: Date, ground?: Ground): Demo {
	const calendar = calendarOf(now);
	const province = buildProvince(calendar.mergerOn, ground);
	return { calendar, province, happenings: tellHistory(province, calendar) };
}
