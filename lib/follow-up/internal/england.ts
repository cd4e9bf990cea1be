import 'server-only'
import { parseBankHolidays } from '@/lib/platform/bank-holidays'
import england from '@/prisma/reference/bank-holidays/england.json' with { type: 'json' }

/** Bank holidays, by which working days of follow-up are counted. */
export const holidays = parseBankHolidays(england)
