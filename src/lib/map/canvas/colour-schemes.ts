/** Calls back whenever the system wants other colours; answers what ends that. */
export function listenToSchemes(onchange: () => void): () => void {
	const schemes = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) =>
		matchMedia(query),
	);
	for (const scheme of schemes) scheme.addEventListener('change', onchange);
	return () => {
		for (const scheme of schemes) scheme.removeEventListener('change', onchange);
	};
}
