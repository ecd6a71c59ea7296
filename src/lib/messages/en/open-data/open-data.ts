import type { OpenMessages } from '../../types';

export const openData: OpenMessages['openData'] = {
	title: 'Open data',
	lead: 'All approved figures of every commune and month, to download, check and cite.',
	latest: 'The newest month',
	latestNote:
		'These addresses always lead to the newest edition. To cite one, use an address with its change number from the table below: that file never changes.',
	formats: {
		csv: 'CSV',
		json: 'JSON',
		geojson: 'GeoJSON, with the communes’ outlines',
		xlsx: 'Excel (XLSX)',
	},
	months: 'Month by month',
	monthsNote:
		'Each approval or correction makes a new edition. Former ones stay where they are; one that had to be taken down says when, and why.',
	none: 'Nothing has been approved yet.',
	columns: {
		month: 'Month',
		number: 'Change number',
		approved: 'Last approval',
		files: 'Download',
	},
	edition: (number) => `Edition ${number}`,
	former: (count, month) => `and ${count} former ones of ${month}`,
	at: (time, date) => `${time} on ${date}`,
	file: (name, month) => `${name} of ${month}`,
	editionsOf: (month) => `Editions of ${month}`,
	editionsLead:
		'The newest comes first. Each holds exactly what was public then; communes without approved figures have no row.',
	reading: {
		title: 'How to read a file',
		paragraphs: [
			'Each row is one commune in one month. “c” is a count that is withheld since it could point at a family; “:” is unknown or not reported. Neither is 0.',
			'Communes without approved figures have no row. Don’t add rows up for the province while there is a “c” among them.',
			'JSON, GeoJSON and Excel files say their month, moment of approval, change number, rows and the checksum of these. A CSV file has its rows only; SHA256SUMS beside it says all that in its place, with the SHA-256 checksum of each file: keep the names of the files as they were saved and run “sha256sum --check --ignore-missing”. datapackage.json adds the meaning of each column, as Frictionless describes. Outlines in GeoJSON are the simplified ones of today.',
			'Former editions are made from the record of what was published, never from today’s figures, so they are always the same.',
		],
	},
	api: 'Interface for programs (OpenAPI)',
	corrections: 'Numbers that were corrected',
	indicators: 'What each indicator means',
	licence: {
		title: 'Licence',
		text: 'You may use, copy and change it, for commerce too, as long as you name the source: this site, the month, the change number and the day of your download.',
	},
	citation: {
		title: 'Naming the source',
		lead: 'Copy the sentence below as it is and add the day of your download: that address leads to the very figures that you used for ever.',
		text: ({ place, month, number, approved }) =>
			`Nhịp Số, ${place}: digital skills in ${month}, change number ${number}, approved at ${approved}.`,
	},
	dictionary: 'Data dictionary',
	types: {
		string: 'text',
		integer: 'whole number',
		number: 'decimal number',
		date: 'day',
		datetime: 'moment',
		yearmonth: 'month',
		boolean: 'true or false',
	},
};
