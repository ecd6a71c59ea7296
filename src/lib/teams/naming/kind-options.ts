import { teamKinds, type TeamKind } from '../../contracts/teams/teams';
import type { Naming } from './naming';

/** Kinds of teams for a drop-down, by the province's names where it has its own. */
export const kindOptions = (
	labels: Naming['labels'],
	common: Record<TeamKind, string>,
): { value: TeamKind; name: string; lang: 'vi' | undefined }[] =>
	teamKinds.map((kind) => ({
		value: kind,
		name: labels[kind] ?? common[kind],
		lang: labels[kind] === undefined ? undefined : 'vi',
	}));
