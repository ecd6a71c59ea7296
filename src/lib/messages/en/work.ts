import { teams } from './teams';
import { cycle } from './cycle';
import { activities } from './activities';
import { tickets } from './tickets';
import { library } from './library';
import { targets } from './targets';
import { brief } from './brief';
import { papers } from './papers';
import { administration } from './administration';
import type { WorkMessages } from '..';

/** What only signed-in pages say: a citizen's phone doesn't load it. */
export const work: WorkMessages = {
	teams,
	cycle,
	activities,
	tickets,
	library,
	targets,
	brief,
	papers,
	administration,
};
