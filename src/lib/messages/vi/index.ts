import { common } from './common';
import { map } from './map';
import { commune } from './commune';
import { ranking } from './ranking';
import { structure } from './structure';
import { wall } from './wall';
import { reports } from './reports';
import { accounts } from './accounts';
import { search } from './search';
import { method } from './method';
import { indicators } from './indicators';
import { badge } from './badge';
import { practices } from './practices';

export const vi = {
	common,
	map,
	commune,
	ranking,
	structure,
	wall,
	reports,
	accounts,
	search,
	method,
	indicators,
	badge,
	practices,
};
