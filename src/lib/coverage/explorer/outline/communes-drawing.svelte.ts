import type { SnapshotUnit } from '$lib/contracts/events';
import { loadLayer } from '$lib/map/geometry/layer';
import type { Drawing } from '$lib/map/geometry/projection';
import { provincesOf } from '../provinces';

export interface Picture {
	drawing: Drawing;
	layerAddress: string;
}

interface Shown {
	picture: Picture | null;
	/** The picture came without the communes. */
	outlined: boolean;
	/** Communes; none while they aren't known yet. */
	units: readonly SnapshotUnit[];
}

/** The drawing of all communes: that of the page, or one that is drawn here once they are known. */
export class CommunesDrawing {
	readonly #shown: () => Shown;
	#drawn = $state.raw<Picture | null>(null);

	constructor(shown: () => Shown) {
		this.#shown = shown;
		$effect(() => {
			const { picture, outlined, units } = shown();
			if (!picture || units.length === 0) return;
			if (!outlined) this.#drawn = picture;
			else if (this.#drawn?.layerAddress !== picture.layerAddress)
				return this.#draw(picture, units);
		});
	}

	/** Null as long as it isn't there. */
	get picture(): Picture | null {
		const { picture, outlined } = this.#shown();
		if (!outlined) return picture;
		return this.#drawn?.layerAddress === picture?.layerAddress ? this.#drawn : null;
	}

	/** The map of the provinces stays where there is no answer, and leads on; the next snapshot tries again. */
	#draw({ layerAddress }: Picture, units: readonly SnapshotUnit[]): () => void {
		let over = false;
		void Promise.all([import('$lib/map/geometry/projection'), loadLayer(layerAddress)]).then(
			([{ drawTopology }, layer]) => {
				if (!over)
					this.#drawn = {
						layerAddress,
						drawing: drawTopology(layer, undefined, provincesOf(units)),
					};
			},
			() => undefined,
		);
		return () => {
			over = true;
		};
	}
}
