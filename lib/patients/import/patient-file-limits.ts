/** Largest patient file, in megabytes (of 1,048,576 bytes). */
export const PATIENT_FILE_MEGABYTES = 20

/** The same in bytes. */
export const PATIENT_FILE_BYTES = PATIENT_FILE_MEGABYTES * 1024 * 1024

/** Said at the field of a file that is larger. */
export const PATIENT_FILE_TOO_LARGE = `The file must be at most ${PATIENT_FILE_MEGABYTES} MB`

/** Most rows of a patient file, headings and blank rows counted: half as many again as 20 MB of full rows. */
export const PATIENT_FILE_ROW_LIMIT = 200_000
