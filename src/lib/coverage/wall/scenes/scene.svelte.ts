import type { Component } from 'svelte';
import type { SceneName } from '$lib/contracts/wall';
import type { Drawing } from '$lib/map/geometry/projection';
import type { LiveState } from '$lib/live/LiveState.svelte';
import type { UnitRow } from '../../explorer/rows';
import type { HeldFigures } from '../figures.svelte';
import type { WallData } from '../view';

/** What every scene is given; each takes what it shows. */
export interface SceneProps {
	live: LiveState;
	data: WallData;
	/** Null while there are no boundaries. */
	drawing: Drawing | null;
	/** Communes by all five skills, on the leading basis. */
	rows: readonly UnitRow[];
	figures: HeldFigures;
	/** What the wall shows it for: the present, or a moment that is looked back to. */
	now: Date;
	/** Pixels of the smallest letters. */
	fontSize: number;
	/** The deadline night is looked at as it stood then; null: as the wall stands. */
	replay: Replay;
}

/** A moment of the deadline night that is looked back to, in milliseconds; null: the wall's own. */
export class Replay {
	at = $state<number | null>(null);
	/** It moves on by itself. */
	playing = $state(false);

	/** The wall shows the present again. */
	end(): void {
		this.playing = false;
		this.at = null;
	}
}

export type SceneComponent = Component<SceneProps>;

/** Scenes that have the wall's one map beside them. */
export const hasMap = (scene: SceneName): boolean => scene === 'province' || scene === 'night';
