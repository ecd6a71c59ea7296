import type { Frame } from '../timeline/frames';

/** One of two maps that are compared, whole: what it is called is never said of another one's colours. */
export interface Side extends Pick<Frame, 'drawing' | 'states' | 'shares'> {
	title: string;
	areas: readonly { id: number; name: string }[];
}
