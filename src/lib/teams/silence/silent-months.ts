/** After how many months without a report or a log entry a team is silent. */
export const silentMonths = 3;
