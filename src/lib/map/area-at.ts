/** The area of a drawing that an event is about. */
export function areaAt({ target }: Event): number | null {
	const found = target instanceof Element ? target.closest('[data-area]') : null;
	const id = Number(found?.getAttribute('data-area'));
	return found && Number.isInteger(id) ? id : null;
}
