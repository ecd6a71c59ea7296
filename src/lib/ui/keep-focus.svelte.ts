import { page } from '$app/state';
import { isRefused } from './is-refused';

/** What was last given the focus, the page itself aside. */
function followFocus(): { readonly last: HTMLElement | null } {
	let last: HTMLElement | null = null;
	$effect(() => {
		const note = ({ target }: FocusEvent) => {
			if (target instanceof HTMLElement && target !== document.body) last = target;
		};
		document.addEventListener('focusin', note);
		return () => document.removeEventListener('focusin', note);
	});
	return {
		get last() {
			return last;
		},
	};
}

/** A field, or the first of the choices, that says what is wrong with it. */
const wrongField = ':is([aria-invalid="true"], fieldset[aria-describedby$="-error"] input)';

/** A long form is sent at its end; what is wrong stands above, out of sight on a phone. */
function showRefusal(): void {
	const main = document.querySelector('main');
	const wrong = main?.querySelector<HTMLElement>(wrongField);
	wrong?.focus({ preventScroll: true });
	const shown = wrong ?? main?.querySelector('[role="alert"]');
	shown?.scrollIntoView({ block: 'center' });
}

/** What tells that a form was taken, and may stand far above it or below. */
const outcome = (): HTMLElement | null => document.querySelector('main [data-outcome]');

/** Back to where somebody was; where that is gone, to what is said, or at least to the page. */
function giveBackFocus(before: HTMLElement | null): void {
	if (document.activeElement !== document.body) return;
	before?.focus({ preventScroll: true });
	if (document.activeElement !== document.body) return;
	const said =
		outcome() ?? document.querySelector<HTMLElement>('main :is([role="alert"], [role="status"])');
	if (said && !said.hasAttribute('tabindex')) said.tabIndex = -1;
	(said ?? document.querySelector<HTMLElement>('main'))?.focus();
}

/**
 * Once a form is taken, the focus is set back to the beginning of the page. Whoever works with keys goes on from
 * where they were, and everybody sees what came of it. Of a form that is refused they see the first field to
 * correct, and go on from there.
 */
export function keepFocus(): void {
	const followed = followFocus();
	$effect(() => {
		if (!page.form) return;
		const refused = isRefused();
		const before = followed.last;
		// The focus is set back in this very task.
		const timer = setTimeout(() => {
			if (refused) showRefusal();
			giveBackFocus(before);
			if (!refused) outcome()?.scrollIntoView({ block: 'nearest' });
		});
		return () => clearTimeout(timer);
	});
}
