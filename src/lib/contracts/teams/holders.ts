/** How a unit, or one of its teams, is chosen in a form: `12` or `12-3`. */
export const holderValue = (unitId: number, teamId: number | null) =>
	teamId === null ? `${unitId}` : `${unitId}-${teamId}`;

export function toHolder(text: string): { unitId: number | null; teamId: number | null } {
	const [, unit, team] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? [];
	return {
		unitId: unit === undefined ? null : Number(unit),
		teamId: team === undefined ? null : Number(team),
	};
}
