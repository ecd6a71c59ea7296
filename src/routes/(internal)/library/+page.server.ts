import { mayOpen } from '$lib/accounts/policy.server';
import { materialLanguages, materialLevels } from '$lib/contracts/library';
import { digitalSkills } from '$lib/contracts/teams';
import { listMaterials } from '$lib/library/list.server';
import type { PageServerLoad } from './$types';

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
	const page = Math.min(10_000, Math.max(1, Number(asked('trang')) | 0));
	const list = await listMaterials(handle.database, actor, { ...filter, page, pageSize });
	return {
		...{ ...list, filter, page },
		hasMore: list.total > page * pageSize,
		mayAdd: mayOpen('/(internal)/library/new', actor),
		removed: url.searchParams.has('da-go'),
	};
};
