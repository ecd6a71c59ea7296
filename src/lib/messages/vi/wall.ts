import { awardCalendar } from './awards/calendar';
import { scenes } from './coverage/scenes';
import { tickets } from './tickets/tickets';

/** What the scenes of the wall say. */
export const wall = { scenes, steps: awardCalendar.steps, categories: tickets.categories };
