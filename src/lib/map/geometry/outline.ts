import type { Drawing } from './projection';

/** What is left of a drawing without its areas: its groups, and what lies in insets. */
export function withoutAreas(drawing: Drawing): Drawing {
	const inInset = new Set(drawing.insets.flatMap(({ ids }) => ids));
	return { ...drawing, shapes: drawing.shapes.filter(({ id }) => inInset.has(id)) };
}

/** The same with its groups for areas. */
export const groupsAsAreas = (drawing: Drawing): Drawing => ({
	...drawing,
	shapes: [...drawing.groups, ...withoutAreas(drawing).shapes],
	groups: [],
	fineness: Math.min(drawing.width, drawing.height) / 20,
});
