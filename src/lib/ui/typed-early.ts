/**
 * What a visitor typed or ticked before the scripts came: taking over the page writes the server's values
 * into text areas, boxes and lists again, so they are noted down before and put back after it.
 */
let early: (() => void)[] = [];

/** To be called before the page is taken over. */
export function noteTyped(): void {
	early = [
		...[...document.querySelectorAll('input, textarea')].flatMap(noteField),
		...[...document.querySelectorAll('select')].flatMap(noteList),
	];
}

/** To be called once the page is taken over; whoever listens to a field hears of what was put back. */
export function putBackTyped(): void {
	for (const putBack of early) putBack();
	early = [];
}

function noteField(field: Element): (() => void)[] {
	if (field instanceof HTMLTextAreaElement || isText(field)) {
		const { value } = field;
		// A field whose value was set keeps it when its attribute is taken away later, and with it the cursor
		// and what is selected: an untouched one is emptied and filled again, in the middle of typing.
		field.value = value;
		return value === field.defaultValue ? [] : [() => putBackValue(field, value)];
	}
	if (!(field instanceof HTMLInputElement) || !['checkbox', 'radio'].includes(field.type))
		return [];
	const { checked } = field;
	if (checked === field.defaultChecked) return [];
	return [
		() => {
			if (field.checked === checked) return;
			field.checked = checked;
			field.dispatchEvent(new Event('change', { bubbles: true }));
		},
	];
}

/** A file's field keeps what was chosen by itself, and nothing else may set it. */
const isText = (field: Element): field is HTMLInputElement =>
	field instanceof HTMLInputElement &&
	!['checkbox', 'radio', 'file', 'hidden', 'submit', 'button'].includes(field.type);

function noteList(list: HTMLSelectElement): (() => void)[] {
	const options = [...list.options];
	const chosen = options.findIndex((option) => option.defaultSelected);
	if (list.selectedIndex === Math.max(chosen, 0)) return [];
	const { value } = list;
	return [() => putBackValue(list, value)];
}

function putBackValue(
	field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement,
	value: string,
): void {
	if (field.value === value) return;
	field.value = value;
	field.dispatchEvent(new Event('input', { bubbles: true }));
	field.dispatchEvent(new Event('change', { bubbles: true }));
}
