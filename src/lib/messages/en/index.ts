import { base } from './base';
import { home } from './coverage/home';
import { map } from './coverage/map';
import { compare } from './coverage/compare';
import { contacts } from './admin-units/contacts';
import { search } from './admin-units/search';
import { practices } from './practices/practices';
import { site } from './site';
import type { Messages } from '../types';

export const en: Messages = {
	...base,
	home,
	map,
	compare,
	search,
	contacts,
	practices,
	site,
};
