/** Read and left: nothing on it moves, so it needs no script. */
export const csr = false;
