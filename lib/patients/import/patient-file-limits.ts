/** Largest patient file, in megabytes (of 1,048,576 bytes). */
export const PATIENT_FILE_MEGABYTES = 20

/** Most rows of a patient file, headings and blank rows counted: half as many again as 20 MB of full rows. */
export const PATIENT_FILE_ROW_LIMIT = 200_000
