import type { SceneName } from '$lib/contracts/wall';
import type { SceneComponent } from './scene.svelte';

/** Each in a file of its own, fetched when it is about to be shown. */
const loaders: Record<SceneName, () => Promise<{ default: SceneComponent }>> = {
	night: () => import('./NightScene.svelte'),
	province: () => import('./ProvinceScene.svelte'),
	movers: () => import('./MoversScene.svelte'),
	skills: () => import('./SkillsScene.svelte'),
	difficulties: () => import('./DifficultiesScene.svelte'),
	teams: () => import('./TeamsScene.svelte'),
	season: () => import('./SeasonScene.svelte'),
};

export const loadScene = async (scene: SceneName): Promise<SceneComponent> =>
	(await loaders[scene]()).default;
