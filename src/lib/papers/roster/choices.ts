import type { TeamFileKind } from '../../contracts/team-files';

export const teamFileKindOf = (text: string | undefined): TeamFileKind =>
	text === 'roster' ? 'roster' : 'appendix';

/** A day `YYYY-MM-DD` that exists and has come. */
export function isListDay(text: string, today: string): boolean {
	const instant = new Date(`${text}T00:00:00Z`);
	return (
		/^\d{4}-\d\d-\d\d$/.test(text) &&
		!Number.isNaN(instant.getTime()) &&
		instant.toISOString().startsWith(text) &&
		text <= today
	);
}
