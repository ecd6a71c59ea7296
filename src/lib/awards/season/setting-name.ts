import {
	categoryOfQuota,
	isQuota,
	type SeasonSettingKey,
	type SettingKey,
} from '../../contracts/awards/seasons';

interface Words {
	names: Record<SeasonSettingKey, string>;
	quota: (category: string) => string;
}

/** What a setting is called. */
export function settingName(key: SettingKey, category: string, { names, quota }: Words): string {
	return isQuota(key) ? quota(category) : names[key];
}

/** The category whose quota a setting is, by the name that somebody gave it; else empty. */
export const categoryOf = (
	key: SettingKey,
	categories: readonly { id: number; name: string }[],
): string =>
	isQuota(key) ? (categories.find(({ id }) => id === categoryOfQuota(key))?.name ?? '') : '';
