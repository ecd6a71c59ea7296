import { teams } from './teams';
import { appendix } from './appendix';
import { cycle } from './cycle';
import { activities } from './activities';
import { tickets } from './tickets';
import { practiceDesk } from './practice-desk';
import { library } from './library';
import { targets } from './targets';
import { brief } from './brief';
import { papers } from './papers';
import { administration } from './administration';
import { unitSearch } from './unit-search';
import type { WorkMessages } from '..';

/** What only signed-in pages say: a citizen's phone doesn't load it. */
export const work: WorkMessages = {
	teams,
	appendix,
	cycle,
	activities,
	tickets,
	practiceDesk,
	library,
	targets,
	brief,
	papers,
	administration,
	unitSearch,
};
