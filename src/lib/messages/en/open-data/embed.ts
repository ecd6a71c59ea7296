import type { OpenMessages } from '../../types';

export const embed: OpenMessages['embed'] = {
	title: 'Embed in another site',
	lead: 'Paste this code into your page. The frame runs no scripts, sets no cookies, and fits from 280 pixels on.',
	live: 'Always the newest figure',
	pinned: (month, number) => `Keeps the figures of ${month}, change number ${number}`,
	communeTitle: (unit) => `${unit}: digital skills`,
	households: (able, base) => `${able} of ${base} households surveyed`,
	open: 'Open the full page',
	openMap: 'Open the full map',
	fixed: (number) => `fixed version ${number}`,
	fixedNone: '“Not reported”: nothing was approved yet in this version.',
	save: 'Save this map:',
	drawing: 'as an SVG drawing',
	picture: 'as a PNG picture',
};
