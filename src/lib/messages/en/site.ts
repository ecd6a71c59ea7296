import type { Messages } from '../types';

export const site: Messages['site'] = {
	pages: {
		'/': 'Map of coverage',
		'/search': 'Find a commune',
		'/compare': 'Compare communes',
		'/structure': 'By present boundaries',
		'/indicators': 'Indicators',
		'/data': 'Open data',
		'/corrections': 'Corrected numbers',
		'/ledger': 'Public ledger of difficulties',
		'/correction-request': 'Ask for a correction',
		'/method': 'Method',
		'/practices': 'Good practices',
		'/accessibility': 'Accessibility',
		'/privacy': 'Privacy',
		'/site-map': 'Site map',
	},
};
