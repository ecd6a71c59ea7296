import { base } from './base';
import { map } from './map';
import { commune } from './commune';
import { ranking } from './ranking';
import { structure } from './structure';
import { wall } from './wall';
import { accounts } from './accounts';
import { search } from './search';
import { method } from './method';
import { badge } from './badge';
import { practices } from './practices';
import { reports } from './reports';
import type { Messages } from '..';

export const en: Messages = {
	...base,
	map,
	commune,
	ranking,
	structure,
	wall,
	accounts,
	search,
	method,
	badge,
	practices,
	reports,
};
