/** How long a text must be to be searched for, and how much of it counts. */
export const shortestText = 2;
export const longestText = 100;
