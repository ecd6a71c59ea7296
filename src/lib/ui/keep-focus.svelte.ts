import { page } from '$app/state';

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

/**
 * Once a form is taken, the focus is set back to the beginning of the page. Whoever works with keys goes on from
 * where they were; where that is gone, from what is said of it.
 */
export function keepFocus(): void {
	const followed = followFocus();
	$effect(() => {
		if (!page.form) return;
		const before = followed.last;
		// The focus is set back in this very task.
		const timer = setTimeout(() => {
			if (document.activeElement !== document.body) return;
			before?.focus({ preventScroll: true });
			if (document.activeElement !== document.body) return;
			const said = document.querySelector<HTMLElement>('main :is([role="alert"], [role="status"])');
			if (said && !said.hasAttribute('tabindex')) said.tabIndex = -1;
			(said ?? document.querySelector<HTMLElement>('main'))?.focus();
		});
		return () => clearTimeout(timer);
	});
}
