/** Heading of the column that a marked CSV gets; readers pass over it. */
export const problemsColumn = 'problems';
