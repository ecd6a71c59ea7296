import { mayOpen } from '$lib/accounts/access/policy.server';
import { pageNumber } from '$lib/contracts/text/address';
import { materialLanguages, materialLevels } from '$lib/contracts/library';
import { digitalSkills } from '$lib/contracts/teams/teams';
import { listMaterials } from '$lib/library/list.server';
import type { PageServerLoad } from './$types';
import { hasMore } from '$lib/contracts/pages';

const pageSize = 30;

export const load: PageServerLoad = async ({ locals: { actor, handle }, url }) => {
	if (!actor) throw new Error('The route policy lets nobody in without an account.');
	const asked = (name: string) => url.searchParams.get(name);
	const filter = {
		search: asked('tim') ?? '',
		skill: digitalSkills.find((skill) => String(skill) === asked('ky-nang')) ?? null,
		level: materialLevels.find((level) => level === asked('cho')) ?? null,
		language: materialLanguages.find((language) => language === asked('tieng')) ?? null,
	};
	const page = pageNumber(url.searchParams);
	const list = await listMaterials(handle.database, actor, { ...filter, page, pageSize });
	return {
		...{ ...list, filter, page },
		hasMore: hasMore(list.total, { page, pageSize }),
		mayAdd: mayOpen('/(internal)/library/new', actor),
	};
};
