import { teams } from './teams/teams';
import { appendix } from './papers/appendix';
import { cycle } from './reports/cycle';
import { reports } from './reports/reports';
import { review } from './reports/review';
import { activities } from './activities/activities';
import { tickets } from './tickets/tickets';
import { plans } from './plans/plans';
import { directives } from './plans/directives';
import { meetings } from './plans/meetings';
import { inspections } from './plans/inspections';
import { inquiries } from './inquiries/inquiries';
import { practiceDesk } from './practices/practice-desk';
import { library } from './library/library';
import { ranking } from './ranking/ranking';
import { targets } from './indicators/targets';
import { brief } from './papers/brief';
import { papers } from './papers/papers';
import { administration } from './accounts/administration';
import { awardCalendar } from './awards/calendar';
import { awardCriteria } from './awards/criteria';
import { awardCouncil } from './awards/council';
import { awardNominations } from './awards/nominations';
import { awardDesk } from './awards/desk';
import { awardFlags } from './awards/flags';
import { awardFreeze } from './awards/freeze';
import { awardSeason } from './awards/season';
import { awardChecks } from './awards/back-checks';
import { awardPapers } from './awards/papers';
import { awardShortlist } from './awards/shortlist';
import { screens } from './screens/screens';
import { unitSearch } from './admin-units/unit-search';
import type { WorkMessages } from '../types';

/** What only signed-in pages say: a citizen's phone doesn't load it. */
export const work: WorkMessages = {
	teams,
	appendix,
	cycle,
	reports,
	review,
	activities,
	tickets,
	plans,
	directives,
	meetings,
	inspections,
	inquiries,
	practiceDesk,
	library,
	ranking,
	targets,
	brief,
	papers,
	administration,
	awardCalendar,
	awardCriteria,
	awardDesk,
	awardFlags,
	awardFreeze,
	awardSeason,
	awardShortlist,
	awardChecks,
	awardNominations,
	awardCouncil,
	awardPapers,
	screens,
	unitSearch,
};
