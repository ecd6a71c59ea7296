import { localDay } from '$lib/contracts/local-time';
import { pageData } from '$lib/server/http';
import { readKeptUnits } from '$lib/teams/keepers.server';
import { countTeams, filterLines, levelsOf, sortLines } from '$lib/teams/list/lines';
import { parseTeamsQuery } from '$lib/teams/list/query';
import { countBrokenRules, readTeamLines } from '$lib/teams/list/read-lines.server';
import { readCommonLabels } from '$lib/teams/naming/naming.server';
import { mayOpen } from '$lib/accounts/policy.server';
import type { PageServerLoad } from './$types';
import { signedIn } from './attempt.server';

const pageSize = 50;

export const load: PageServerLoad = ({ locals, url }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const query = parseTeamsQuery(url.searchParams);
		const day = query.day ?? localDay(new Date());
		const lines = await readTeamLines(database, actor, day);
		const matching = sortLines(filterLines(lines, query));
		const breaking = query.show === 'breaking';
		const all = breaking ? await countBrokenRules(database, matching, day) : null;
		const found = matching.filter(({ team }) => !all || (team && all.has(team.id)));
		const pages = Math.max(1, Math.ceil(found.length / pageSize));
		const page = Math.min(query.page, pages);
		const shown = found.slice((page - 1) * pageSize, page * pageSize);
		const kept = await readKeptUnits(database, actor);
		return {
			query: { ...query, page },
			day,
			pages,
			found: found.length,
			counts: countTeams(lines),
			levels: levelsOf(lines),
			broken: all ?? (await countBrokenRules(database, shown, day)),
			labels: await readCommonLabels(database, lines),
			opensFiles: mayOpen('/(internal)/teams/import', actor),
			administers: mayOpen('/(internal)/administration/rules', actor),
			// A village's team is founded by whoever keeps its commune.
			lines: shown.map((line) => ({
				...line,
				mayFound: kept.has(line.unitIds[line.unit.level === 'village' ? 1 : 0] ?? 0),
			})),
		};
	});
