import type { WallMessages } from '../types';
import { awardCalendar } from './awards/calendar';
import { scenes } from './coverage/scenes';
import { wall as common } from './coverage/wall';
import { screenPairing as pairing } from './screens/pairing';
import { tickets } from './tickets/tickets';

export const wall: WallMessages = {
	common,
	scenes,
	pairing,
	steps: awardCalendar.steps,
	categories: tickets.categories,
};
