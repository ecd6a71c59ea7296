import type { ScreenReport } from '$lib/contracts/screens';
import type { Language } from '$lib/messages/context';

interface Fact {
	key: 'scene' | 'shows' | 'release' | 'lastSeen' | 'picture' | 'memory';
	name: string;
	value: string;
}

/** What an administrator reads about a screen, in the order of its table. */
export function factsOf(
	{ report, lastSeenAt }: { report: ScreenReport | null; lastSeenAt: Date },
	now: Date,
	{ format, work }: Pick<Language, 'format' | 'work'>,
): Fact[] {
	const t = work.screens;
	const said = (say: (report: ScreenReport) => string) => (report ? say(report) : t.unknown);
	/** Ours is named by the instant at which it was built. */
	const release = (name: string) =>
		/^\d{13}$/.test(name) ? t.moment(format.time(Number(name)), format.date(Number(name))) : name;
	const value: Record<Fact['key'], string> = {
		scene: said(({ scene }) => t.scenes[scene] ?? scene),
		shows: said(({ at, number, confirmedAt }) =>
			at !== null
				? t.past(at.slice(11), format.date(at.slice(0, 10)))
				: t.shows(format.number(number), format.time(confirmedAt), format.date(confirmedAt)),
		),
		release: said((said) => release(said.release)),
		lastSeen: format.ago(now.getTime() - lastSeenAt.getTime()),
		picture: said(({ width, height }) => t.pixels(String(width), String(height))),
		memory: said(({ memory }) =>
			memory === null ? t.unknown : t.megabytes(format.number(memory)),
		),
	};
	const keys = ['scene', 'shows', 'release', 'lastSeen', 'picture', 'memory'] as const;
	return keys.map((key) => ({ key, name: t.facts[key], value: value[key] }));
}
