import type { WorkMessages } from '../../types';

export const papers: WorkMessages['papers'] = {
	concealed: {
		sheets: (names) =>
			`Hidden sheets were not read: ${names}. If they are meant, unhide them and send the file again.`,
		columns: (names) =>
			`The file has hidden columns: ${names}. They are read like the others; unhide them to check.`,
		ofSheet: (columns, sheet) => `${columns} (sheet “${sheet}”)`,
	},
	rowStates: { new: 'New', changed: 'Changed', same: 'Same', wrong: 'Wrong' },
	files: {
		title: 'Excel and CSV forms',
		lead: 'Download a form, fill it in for one unit or many, and send it here. Nothing is stored before you have seen and confirmed it.',
		link: 'Report by Excel form',
		download: {
			title: 'Get a form or the figures',
			period: 'Reporting period',
			unit: 'Scope',
			everything: 'All your units',
			level: 'Level',
			levels: {
				both: 'Villages and communes',
				village: 'Villages',
				commune: 'Communes',
				level: 'Districts, province',
				organisation: 'Organisations, enterprises',
			},
			file: 'Kind of file',
			files: {
				form: 'Form to fill in (Excel)',
				xlsx: 'Reported figures (Excel)',
				csv: 'Reported figures (CSV)',
			},
			submit: 'Download',
			none: 'No unit reports in this scope. Choose another period, scope or level.',
			tooManyUnits: 'This scope has too many units for one file. Choose one commune or one level.',
		},
		upload: {
			title: 'Send filled forms',
			label: 'Excel (.xlsx) or CSV files',
			hint: (limit) => `Several files at once, ${limit} MB in all at most.`,
			submit: 'Check the files',
			sending: 'Checking…',
			noFile: 'Choose at least one file.',
			tooLarge: (limit) =>
				`The files are too large: ${limit} MB in all at most. The form of a whole province is far smaller; remove pictures or tables that aren’t needed.`,
			tooManyFiles: (limit) => `At most ${limit} files at once.`,
		},
		preview: {
			title: 'Look before you submit',
			sentAt: (time, date) => `Sent at ${time} on ${date}`,
			counts: {
				new: (count) => `${count} new reports`,
				changed: (count) => `${count} changed reports`,
				same: (count) => `${count} reports stay the same`,
				wrong: (count) => `${count} wrong rows`,
			},
			columns: {
				place: 'Row',
				unit: 'Unit',
				period: 'Period',
				state: 'State',
				reason: 'To mend or look at again',
			},
			cellOf: (address, column) => `Cell ${address} (${column.replace(/^– /, '')})`,
			wholeRow: 'The whole row',
			odd: (count) =>
				`${count} rows hold figures worth another look. If they are right, give a word of explanation; without one they are taken in all the same, and whoever decides will see it.`,
			explain: (unit) => `Explanation for ${unit}`,
			explainFile: 'Explanation for the whole file',
			explainHint: 'For every row worth another look that has none of its own.',
			wordFaults: {
				tooShort: 'Say a little more: five characters at least.',
				tooLong: 'The explanation is longer than 1,000 characters.',
			},
			wrongWords: 'Nothing was submitted yet: mend the marked explanation below.',
			cell: (address) => `Cell ${address}`,
			more: (count) => `and ${count} more rows`,
			hidden: (count: string) =>
				`${count} rows are hidden or filtered out in the file. They are read all the same and marked “hidden row”; if you don’t mean to send them, delete them from the file and send it again.`,
			hiddenRow: 'hidden row',
			confirm: (count) => `Submit ${count} reports`,
			confirmNote:
				'Only new and changed rows are submitted. Wrong rows are left out; mend them and send the file again.',
			nothing: 'There is nothing to submit: every row is the same or wrong.',
			marked: 'Download a copy with the faults marked',
			done: (count, time, date) =>
				`${count} reports received at ${time} on ${date}. They wait for approval.`,
			refused: (count) =>
				`${count} reports were not taken because somebody has just submitted another version; see the wrong rows below.`,
			confirmedBefore: 'These files were submitted before.',
			again: 'Send another file',
		},
		markedSuffix: 'faults marked',
		refusals: {
			fileEmpty: 'The file is empty.',
			fileTooLarge: 'The file is too large.',
			notAWorkbook: 'This is neither an Excel file (.xlsx) nor CSV.',
			oldWorkbook: 'This is an old Excel file (.xls). Save it as .xlsx.',
			otherSpreadsheet:
				'This is a spreadsheet of another kind (such as .ods, .xlsb). Save it as .xlsx.',
			encryptedFile: 'The file has a password. Remove it and send the file again.',
			macros: 'The file holds macros, so it isn’t taken. Save it as .xlsx without macros.',
			zipBomb:
				'The file unpacks to too much, so it isn’t opened. Copy the table alone into a new file.',
			damagedFile:
				'The file is damaged and can’t be read. Open it in Excel, save it and send it again.',
			wrongEncoding:
				'The text in the file isn’t UTF-8. In Excel choose “Save as”, “CSV UTF-8”, and send it again.',
			unclosedQuote:
				'A quotation mark (") is opened and never closed. Correct it and send the file again.',
			wrongSheet: 'There is no reporting form in this file. Use a form from this page.',
			doubleColumn:
				'Two columns bear the same code. Delete the one too many, or use a form from this page.',
			otherVersion: 'This form is of another version. Download a new one and copy the figures.',
			tooManyRows: 'The file has too many rows (more than 5,000). Split it into several files.',
			tooManyCells:
				'The file has too many cells. Copy the table alone into a new file and send that.',
			tooSlow:
				'The file is too intricate to be read to its end. Copy the table alone into a new file and send that.',
			noRows: 'The form holds no figure yet.',
		},
		refusedAt: {
			line: (row: string) => `Row ${row}.`,
			cell: (sheet: string, address: string) => `Sheet “${sheet}”, cell ${address}.`,
			sheet: (sheet: string) => `Sheet “${sheet}”.`,
		},
		cellProblems: {
			formula: 'This cell holds a formula. Enter the number itself.',
			notTextOrNumber: 'This cell is neither a number nor text (perhaps a date).',
			percentage:
				'This cell holds a percentage. Change its format to a number and write what was counted.',
			unsoundText:
				'This cell has a character that can’t be read. Clear the cell and type its text again.',
			wholeNumber:
				'Enter a whole number, or “hơn 12”, “khoảng 12”, “không có số liệu”, “không áp dụng”.',
			exactNumber: 'Households are exact numbers; leave the cell blank if unknown.',
			duplicateInBatch: 'This unit stands twice in the files for the same period.',
			unitDoesNotReport: 'This unit makes no reports.',
			fallNeedsReason: 'This number fell since the last period: give a reason in the last column.',
			'schema.regex': 'The code of the unit or the period is not right.',
		},
	},
	official: {
		title: 'Draft of an official report',
		lead: 'Drafts the periodic report in the form of official papers, with the figures of submitted reports. Number and date are left blank for the clerk. The paper itself is in Vietnamese.',
		link: 'Draft of an official report (Word)',
		choose: {
			title: 'Which report',
			unit: 'Reporting unit',
			span: 'Period',
			quarterOf: (quarter, year) => `Quarter ${quarter}/${year}`,
			halves: {
				first: (year) => `First half of ${year}`,
				second: (year) => `Second half of ${year}`,
			},
			yearOf: (year) => `Year ${year}`,
			custom: 'From month … to month …',
			from: 'From month',
			to: 'To month',
			basis: 'Figures',
			bases: { approved: 'Approved only', provisional: 'Not yet approved ones too (provisional)' },
			show: 'Choose',
			none: 'Official reports are drafted for communes and what lies above them. This account has none of these.',
			wrongSpan: 'The first month must come before the last, ten years at most.',
		},
		texts: {
			title: 'Written parts',
			note: 'Kept for the next time. Each line is a paragraph. Don’t write names or phone numbers of citizens.',
			fields: {
				superiorBody: 'Superior body (may be empty)',
				issuingBody: 'Issuing body',
				numberSuffix: 'What follows the number',
				place: 'Place',
				addressee: 'Addressed to',
				title: 'Title: what the report is about',
				nextPeriod: 'Name of the next period',
				legalBases: 'Legal bases',
				situation: 'General situation, direction of work',
				outreachForms: 'Forms of outreach',
				outreachContents: 'Contents of outreach',
				coordination: 'Coordination',
				merits: 'Merits',
				limits: 'Limits and difficulties',
				causes: 'Causes',
				solutions: 'Solutions',
				proposals: 'Proposals',
				nextTasks: 'Tasks of the next period',
				recipients: 'Recipients',
				signature: 'Authority and position of who signs (one a line)',
				signatory: 'Name of who signs (may be empty)',
			},
			hints: {
				title: 'Left empty it follows the period. Each line is a line of the paper’s title.',
				nextPeriod: 'Stands in the last heading, “năm 2023”. Left empty it follows the period.',
				coordination: 'Which bodies, unions and enterprises worked along, and at what.',
				legalBases: 'For example: In execution of Plan No. … of …; the paper is in Vietnamese.',
				recipients: 'One recipient a line.',
			},
			begun: 'Suggested from the log, requests, plans and figures of the period',
			begunHint: 'Begun from the log, requests, plans and figures of the period; make it yours.',
			chooseBases: 'Choose bases from the directives',
			chooseBasesHint: 'What is chosen is added to the bases when the texts are saved.',
			lastBases: 'Bases of the report before',
			tooLong: (limit) => `At most ${limit} characters.`,
			required: 'Fill this in.',
		},
		figures: {
			title: 'Figures that the draft will hold',
			indicator: 'Indicator',
			value: 'This period',
			previous: 'Period before',
			target: 'Target of the year',
			reached: '% of the target',
			reachedNote: 'Set against the target: everything from January to the end of the period.',
			sources: {
				taken: (periods: string) =>
					`Put together from reports of ${periods}: what happened is added up, how things stand is as of the newest.`,
				row: (from: string, to: string) => `${from} to ${to}`,
				missing: (periods: string) => `No report yet of ${periods}.`,
				households: (period: string) => `Households and skills are as of the report of ${period}.`,
				correct: 'To correct a figure, correct the report of that period and say why.',
			},
			none: 'There are no figures for this period. The draft will hold the written parts alone.',
			unknown: '–',
		},
		compared: {
			title: 'Other sources on the same things',
			notes: {
				draft:
					'These figures count the same once more and are never added; the draft shows them in an annex of their own.',
				status: 'These figures count the same once more and are never added.',
				moment:
					'These figures count the same once more and are never added. They are what is known now, not at the moment chosen above.',
			},
			line: (counted: string, source: string, stated: string) =>
				`Counted in the report: ${counted}; ${source}: ${stated}.`,
			gap: (change: string) => `Gap: ${change}.`,
			gaps: {
				higher: (by: string) => `${by} more`,
				lower: (by: string) => `${by} fewer`,
				same: (_: string) => 'none',
			},
			unknown: 'unknown',
		},
		save: 'Save the written parts',
		saved: 'The written parts were saved.',
		draft: 'Save and download the draft (Word)',
	},
};
