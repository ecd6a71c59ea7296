import type { WallMessages } from '../types';
import { awardCalendar } from './awards/calendar';
import { scenes } from './coverage/scenes';
import { tickets } from './tickets/tickets';

export const wall: WallMessages = {
	scenes,
	steps: awardCalendar.steps,
	categories: tickets.categories,
};
