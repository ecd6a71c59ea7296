import { activityForms } from './activities';

export const meetingForms = activityForms;
export type MeetingForm = (typeof meetingForms)[number];

/** Whether somebody who was invited came; the absent may have written. */
export const attendances = ['attended', 'absent'] as const;
export type Attendance = (typeof attendances)[number];
