import type { PlannedStep } from './plan';
import { addDays } from '../../contracts/local-time';

export interface CalendarWords {
	/** Of the calendar and of each of its entries. */
	title: string;
	nameOf: (step: PlannedStep['step']) => string;
}

/**
 * A season's steps as days in an iCalendar file (RFC 5545): whole days, no time zones, no recurrence,
 * which is all that a library would be asked for.
 * @param about the season's number, the site's host and the moment at which it is written.
 */
export function writeCalendar(
	steps: readonly PlannedStep[],
	words: CalendarWords,
	about: { seasonId: number; host: string; now: Date },
): string {
	const stamp = about.now.toISOString().replace(/[-:]|\.\d+/g, '');
	const lines = [
		...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Nhip So//Awards//VI', 'CALSCALE:GREGORIAN'],
		...steps.flatMap(({ step, on }) => [
			...['BEGIN:VEVENT', `UID:season-${about.seasonId}-${step}@${about.host}`, `DTSTAMP:${stamp}`],
			`DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`,
			`DTEND;VALUE=DATE:${addDays(on, 1).replaceAll('-', '')}`,
			`SUMMARY:${escapeText(`${words.nameOf(step)} – ${words.title}`)}`,
			...['TRANSP:TRANSPARENT', 'END:VEVENT'],
		]),
		'END:VCALENDAR',
	];
	return lines.map(fold).join('\r\n') + '\r\n';
}

const escapeText = (text: string): string =>
	text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r?\n/g, '\\n');

const mostBytes = 75;

/** A line in pieces of at most 75 bytes, never within a letter; those that go on begin with a space. */
function fold(line: string): string {
	const pieces: string[] = [];
	let piece = '';
	let bytes = 0;
	for (const letter of line) {
		const size = Buffer.byteLength(letter);
		if (bytes + size > mostBytes) {
			pieces.push(piece);
			[piece, bytes] = [' ', 1];
		}
		piece += letter;
		bytes += size;
	}
	return [...pieces, piece].join('\r\n');
}
