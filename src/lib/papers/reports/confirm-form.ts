/** The id of the form that hands an upload in: fields of its files stand outside it. */
export const confirmForm = 'confirm-upload';
