import { awardCalendar } from './awards/calendar';
import { scenes } from './coverage/scenes';
import { wall as common } from './coverage/wall';
import { screenPairing as pairing } from './screens/pairing';
import { tickets } from './tickets/tickets';

/** What a wall says: what is common to its scenes, the scenes, and how it is paired. */
export const wall = {
	common,
	scenes,
	pairing,
	steps: awardCalendar.steps,
	categories: tickets.categories,
};
