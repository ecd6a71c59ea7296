/**
 * What a promise comes to, or what is done instead once it has taken so many milliseconds: it goes on
 * then, and nobody hears of it.
 */
export async function within<Answer, Instead>(
	milliseconds: number,
	answer: Promise<Answer>,
	instead: () => Instead,
): Promise<Answer | Instead> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<void>((resolve) => {
		timer = setTimeout(resolve, milliseconds);
	});
	try {
		return await Promise.race([answer, late.then(instead)]);
	} finally {
		clearTimeout(timer);
	}
}
