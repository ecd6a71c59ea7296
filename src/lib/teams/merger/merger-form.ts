/** The form's fields as what `mergeTeams` parses; `teamIds` come as one field a team. */
export const mergerFromForm = (data: FormData): Record<string, unknown> => {
	const text = (name: string) => {
		const value = data.get(name);
		return typeof value === 'string' ? value : '';
	};
	const leader = Number(text('leaderId'));
	return {
		teamIds: data.getAll('teamIds').map(Number),
		unitId: Number(text('unitId')),
		name: text('name'),
		kind: text('kind'),
		mergedOn: text('mergedOn'),
		leaderId: leader > 0 ? leader : null,
		decision: text('decision'),
	};
};
