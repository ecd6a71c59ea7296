/** The field of a form that says which showing of its page it was sent from. */
export const onceField = 'once';
