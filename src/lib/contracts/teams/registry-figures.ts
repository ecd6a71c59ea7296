/** Indicators that the registry of teams answers by itself. */
export const registryIndicators = [
	'communesWithTeam',
	'communesRequired',
	'villagesWithTeam',
	'villagesRequired',
	'members',
	'communeTeamMembers',
	'youthMembers',
	'teamsReestablished',
	'communeZaloGroups',
	'villageZaloGroups',
] as const;
export type RegistryIndicator = (typeof registryIndicators)[number];

export const isRegistryIndicator = (code: string): code is RegistryIndicator =>
	registryIndicators.some((one) => one === code);
