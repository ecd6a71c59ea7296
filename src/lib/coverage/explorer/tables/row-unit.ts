/** Which unit a row of a table is of, given what is pointed at in it. */
export function unitOfRow(target: EventTarget | null): number | null {
	const row = target instanceof Element ? target.closest('[data-unit]') : null;
	return row ? Number(row.getAttribute('data-unit')) : null;
}
