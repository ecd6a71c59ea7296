import type { SessionView } from './read-session.server';
import { untrack } from 'svelte';
import { LiveConnection } from '../../live/connection';

/** A vote that fails for want of a quorum is told by no change: a screen looks for it while one can be opened. */
const lookEvery = 2_000;

/**
 * Reads a session's screen anew whenever the socket says that it has moved on. Call it in a component's
 * script; it ends with the component.
 * @param session what is shown, with the change-log number it was read at.
 */
export function followSession(
	session: () => Pick<SessionView, 'season' | 'number' | 'phase'>,
	readAnew: () => Promise<void>,
): void {
	$effect(() =>
		untrack(() => {
			let number = session().number;
			const takeSnapshot = async () => {
				await readAnew();
				number = Math.max(number, session().number);
			};
			const connection = new LiveConnection(
				{
					number: () => number,
					receive: (batch) => {
						if (batch.upTo <= number) return 'seen';
						if (batch.after > number) return 'gap';
						const moved = batch.changes.some(
							(change) => change.type === 'session' && change.seasonId === session().season.id,
						);
						if (moved) return 'snapshotNeeded';
						number = batch.upTo;
						return 'applied';
					},
					takeSnapshot,
					freshness: () => undefined,
				},
				{ stream: 'internal' },
			);
			void connection.start();
			const looking = setInterval(() => {
				if (session().phase === 'vote') void readAnew();
			}, lookEvery);
			return () => {
				clearInterval(looking);
				connection.stop();
			};
		}),
	);
}
