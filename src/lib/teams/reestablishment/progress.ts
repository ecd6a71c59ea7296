import type { UnitKind } from '../../contracts/admin-units';
import { isTeam, type TeamLine } from '../list/lines';

export interface Span {
	/** Only what was done from this day; null: whenever it was. */
	since: string | null;
	/** Up to this day, inclusive. */
	day: string;
}

export interface CommuneProgress {
	id: number;
	kind: UnitKind;
	name: string;
	teams: number;
	done: number;
}

export interface Progress {
	teams: number;
	done: number;
	/** Each commune with the teams of its villages; districts have a line of their own. */
	communes: CommuneProgress[];
	missing: TeamLine[];
	/** Months in which something was done, oldest first. */
	months: { month: string; added: number; total: number }[];
}

/** How many of the teams are re-established; steering boards are none. */
export function measureProgress(lines: readonly TeamLine[], { since, day }: Span): Progress {
	const communes = new Map<number, CommuneProgress>();
	const missing: TeamLine[] = [];
	const byMonth = new Map<string, number>();
	let teams = 0;
	for (const line of lines) {
		const { team } = line;
		if (!team || !isTeam(team)) continue;
		teams++;
		const commune = communeOf(line, communes);
		commune.teams++;
		const on = team.reestablishedOn;
		if (on === null || on > day || (since !== null && on < since)) {
			missing.push(line);
			continue;
		}
		commune.done++;
		byMonth.set(on.slice(0, 7), (byMonth.get(on.slice(0, 7)) ?? 0) + 1);
	}
	let total = 0;
	const months = [...byMonth]
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([month, added]) => ({ month, added, total: (total += added) }));
	return { teams, done: total, communes: [...communes.values()], missing, months };
}

function communeOf(
	{ unit, above, unitIds }: TeamLine,
	communes: Map<number, CommuneProgress>,
): CommuneProgress {
	const ofVillage = unit.level === 'village' && above;
	const place = ofVillage ? above : unit;
	const id = (ofVillage ? unitIds[1] : undefined) ?? unit.id;
	const { kind, name } = place;
	const known = communes.get(id) ?? { id, kind, name, teams: 0, done: 0 };
	communes.set(id, known);
	return known;
}
