import type { OpenMessages } from '../types';
import { aboutSite } from './about-site';
import { organisationKinds } from './accounts/organisation-kinds';
import { awardCalendar } from './awards/calendar';
import { awardCriteria } from './awards/criteria';
import { awardPublic } from './awards/public';
import { announcement } from './coverage/announcement';
import { around } from './coverage/around';
import { causes } from './coverage/causes';
import { commune } from './coverage/commune';
import { method } from './coverage/method';
import { structure } from './coverage/structure';
import { takeDowns } from './coverage/take-downs';
import { corrections } from './open-data/corrections';
import { embed } from './open-data/embed';
import { indicatorPages } from './open-data/indicator-pages';
import { ledger } from './open-data/ledger';
import { openData } from './open-data/open-data';
import { pictures } from './open-data/pictures';
import { badge } from './teams/badge';
import { correctionRequest } from './tickets/correction-request';
import { tickets } from './tickets/tickets';

export const open: OpenMessages = {
	aboutSite,
	announcement,
	around,
	awardCalendar,
	awardCriteria,
	awardPublic,
	badge,
	causes,
	commune,
	correctionRequest,
	corrections,
	embed,
	indicatorPages,
	ledger,
	method,
	openData,
	organisationKinds,
	pictures,
	structure,
	takeDowns,
	tickets,
};
