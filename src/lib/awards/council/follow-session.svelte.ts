import { untrack } from 'svelte';
import { LiveConnection } from '../../live/connection';

/**
 * Reads a session's screen anew whenever the socket says that it has moved on. Call it in a component's
 * script; it ends with the component.
 * @param session what is shown, with the change-log number it was read at.
 */
export function followSession(
	session: () => { season: { id: number }; number: number },
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
			return () => {
				connection.stop();
			};
		}),
	);
}
