import type { OpenMessages } from '../types';

export const aboutSite: OpenMessages['aboutSite'] = {
	siteMap: {
		title: 'Site map',
		lead: 'Every public page, and the page of each unit.',
		pages: 'Pages for everybody',
		units: 'Pages of units',
	},
	accessibility: (day) => ({
		title: 'Accessibility',
		lead: 'This site is made to be read by everybody: on an old phone, by keyboard, with a screen reader, on a slow network.',
		sections: [
			{
				title: 'What is there',
				paragraphs: [
					'The aim is WCAG 2.2, level AA. Every page can be read and searched without JavaScript; maps and charts have a table of their numbers; nothing is told by colour alone.',
					'On the map arrow keys lead to the commune next to one in that direction; a screen reader says each one’s name and figures.',
					'Pages work from a width of 320 pixels on and enlarged to 400%, in light and dark; they follow the device’s settings of colours, contrast and motion.',
				],
			},
			{
				title: 'How it is checked',
				paragraphs: [
					'With every change of the software all pages are checked automatically with axe and Lighthouse, in Vietnamese and English, light and dark, on a phone and on a desk.',
					`The pages were last looked through by eye on ${day}.`,
				],
			},
			{
				title: 'What is lacking',
				paragraphs: [
					'Without JavaScript the map is a drawing alone; the table beside it says the same.',
					'Nobody who uses a Vietnamese screen reader has tried the whole site and told us yet.',
				],
			},
			{
				title: 'When something is in your way',
				paragraphs: [
					'Tell the office in charge, named at the end of your commune’s page. Say which page it is, what device you use and where you got stuck.',
				],
			},
		],
	}),
	privacy: ({ accounts, members }) => ({
		title: 'Privacy',
		lead: 'Public pages hold approved counts alone. Reading them takes no account and leaves no trace.',
		sections: [
			{
				title: 'Visitors',
				paragraphs: [
					'There is no measuring, no advertising, nothing that comes from other servers. Whoever isn’t signed in gets no cookie. “My commune” stays on your device.',
					'The server’s log holds errors alone, no network addresses of visitors.',
				],
			},
			{
				title: 'Whoever asks for a correction',
				paragraphs: [
					'Nobody has to give a name. What was sent is read by the office in charge alone; public pages show the question and the answer that the office words for publication.',
					'Network addresses are counted for ten minutes, so that nobody floods the office, and are not stored.',
				],
			},
			{
				title: 'Households',
				paragraphs: [
					'Reports hold numbers of households, never names. Tally sheets stay on the device of whoever fills them in. Numbers that are too small are withheld, as the page on the method explains.',
				],
			},
			{
				title: 'Members of community digital technology teams',
				paragraphs: [
					'Names, phone numbers and posts are read by those in charge in the commune, district and province alone. Every change of a record is logged.',
					`Personal details are erased ${members} months after somebody left a team.`,
				],
			},
			{
				title: 'Persons put forward for an award',
				paragraphs: [
					'A dossier is read by those who put it forward and by the council alone, and each reading is logged. Nobody is named before the decision; personal details are erased afterwards, when the season’s rule says so.',
				],
			},
			{
				title: 'Account holders',
				paragraphs: [
					'The system keeps names, roles, sign-ins and what was done, so that it is known who answers for which number. Cookies serve to stay signed in, and for nothing else.',
					`Personal details are erased ${accounts} months after an account was closed; the log of what was done is kept.`,
				],
			},
			{
				title: 'Your requests',
				paragraphs: [
					'To know, correct or erase what is held about you, turn to the office in charge, named at the end of your commune’s page.',
				],
			},
		],
	}),
};
