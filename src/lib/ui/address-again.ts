/** The page that a form stood on, without what of its address took the form. */
export function addressAgain({ pathname, searchParams }: URL): string {
	const query = new URLSearchParams([...searchParams].filter(([name]) => !name.startsWith('/')));
	return query.toString() === '' ? pathname : `${pathname}?${query}`;
}
