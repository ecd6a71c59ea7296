import { localDay } from '$lib/contracts/local-time';
import { pageData } from '$lib/server/http';
import { readKeptUnits } from '$lib/teams/keepers.server';
import { readMemberCounts } from '$lib/teams/members/read-counts.server';
import { countTeams, teamIdsOf, filterLines, levelsOf, sortLines } from '$lib/teams/list/lines';
import { parseTeamsQuery } from '$lib/teams/list/query';
import { countBrokenRules, readTeamLines } from '$lib/teams/list/read-lines.server';
import { readCommonLabels } from '$lib/teams/naming/naming.server';
import { mayOpen } from '$lib/accounts/access/policy.server';
import { readSilentTeams } from '$lib/teams/silence/read-silent.server';
import type { PageServerLoad } from './$types';
import { signedIn } from './attempt.server';
import { pageOf } from '$lib/contracts/pages';

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
		const silent = await readSilentTeams(database, teamIdsOf(lines), day, null);
		const only = breaking ? all : query.show === 'silent' ? silent : null;
		const found = matching.filter(({ team }) => !only || (team && only.has(team.id)));
		const { entries: shown, page, pages } = pageOf(found, { page: query.page, pageSize });
		const kept = await readKeptUnits(database, actor);
		return {
			query: { ...query, page },
			day,
			pages,
			found: found.length,
			counts: countTeams(lines),
			silent: silent.size,
			memberCounts: query.kinds ? await readMemberCounts(database, teamIdsOf(lines), day) : null,
			levels: levelsOf(lines),
			broken: all ?? (await countBrokenRules(database, shown, day)),
			labels: await readCommonLabels(database, lines),
			opensFiles: mayOpen('/(internal)/teams/import', actor),
			mergesMany:
				mayOpen('/(internal)/teams/mergers', actor) &&
				lines.some(({ unit, unitIds }) => unit.level === 'village' && kept.has(unitIds[1] ?? 0)),
			administers: mayOpen('/(internal)/administration/rules', actor),
			// A village's team is founded by whoever keeps its commune.
			lines: shown.map((line) => ({
				...line,
				mayFound: kept.has(line.unitIds[line.unit.level === 'village' ? 1 : 0] ?? 0),
			})),
		};
	});
