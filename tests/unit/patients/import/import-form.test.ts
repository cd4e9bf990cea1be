import { describe, expect, it } from 'vitest'
import { fileFaults } from '@/components/patients/import-form'
import { stagePatientImportSchema } from '@/lib/patients/schema'
import { readPostedForm } from '@/lib/platform/form-data'

const megabyte = 1024 * 1024

function posted(bytes: number): FormData {
  const form = new FormData()
  form.set('teamId', '01990000-0000-7000-8000-000000000000')
  form.set('file', new File([new Uint8Array(bytes)], 'export.csv'))
  return form
}

describe('a patient file, before it is sent', () => {
  it('may have 20 MB', () => {
    expect(fileFaults(posted(20 * megabyte))).toEqual([])
  })

  it('is refused with one byte more, in the words the server has for it', () => {
    const form = posted(20 * megabyte + 1)
    const told = stagePatientImportSchema.safeParse(Object.fromEntries(form)).error?.issues
    expect(told).toHaveLength(1)
    expect(fileFaults(form)).toEqual([{ field: 'file', message: told?.[0]?.message }])
  })

  it('is not judged where there is none', () => {
    expect(fileFaults(new FormData())).toEqual([])
  })

  it.each([
    ['as a browser sends it', new File([], '')],
    ['as the server reads it', new Blob([])],
  ])('that was not chosen, %s, is asked for', (_, nothing) => {
    const form = posted(1)
    form.set('file', nothing)
    const told = stagePatientImportSchema.safeParse(readPostedForm(form)).error?.issues
    expect(told).toMatchObject([{ path: ['file'], message: 'Select a file' }])
  })

  it('that was chosen and holds nothing is a file', () => {
    expect(stagePatientImportSchema.safeParse(readPostedForm(posted(0))).success).toBe(true)
  })
})
