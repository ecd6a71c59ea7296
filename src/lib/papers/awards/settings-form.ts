import { AwardPaperSettings, listSettings } from '../../contracts/awards/paper-settings';

export const paperSettingKeys = Object.keys(
	AwardPaperSettings.entries,
) as (keyof AwardPaperSettings)[];

export const isListSetting = (key: string): key is (typeof listSettings)[number] =>
	listSettings.some((each) => each === key);

/** The form's fields as `AwardPaperSettings`; lists stand one item on a line. */
export const paperSettingsFromForm = (entered: Record<string, string>): unknown =>
	Object.fromEntries(
		paperSettingKeys.map((key) => {
			const text = entered[key] ?? '';
			return [key, isListSetting(key) ? text.split('\n').map((line) => line.trim()) : text];
		}),
	);

/** The reverse: what a field shows. */
export const shownSetting = (
	settings: AwardPaperSettings,
	key: keyof AwardPaperSettings,
): string => {
	const value = settings[key];
	return typeof value === 'string' ? value : value.join('\n');
};
