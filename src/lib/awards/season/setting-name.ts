import {
	categoryOfQuota,
	isQuota,
	type SeasonSettingKey,
	type SettingKey,
} from '../../contracts/award-seasons';

interface Words {
	names: Record<SeasonSettingKey, string>;
	quota: (category: string) => string;
}

/** What a setting is called. */
export function settingName(
	key: SettingKey,
	categories: readonly { id: number; name: string }[],
	{ names, quota }: Words,
): string {
	if (!isQuota(key)) return names[key];
	return quota(categories.find(({ id }) => id === categoryOfQuota(key))?.name ?? '');
}
