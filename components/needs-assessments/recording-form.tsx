'use client'

import dynamic from 'next/dynamic'
import { ActionForm } from '@/components/nhs/action-form'
import { Button, ButtonGroup } from '@/components/nhs/button'
import { Checkboxes } from '@/components/nhs/checkboxes'
import { HiddenInput } from '@/components/nhs/hidden-input'
import type { DraftContent } from '@/lib/needs-assessments/draft-content'
import type { RecordingRows } from '@/lib/needs-assessments/recording-rows'
import type { FormAction } from '@/lib/platform/form-state'
import { ConcernRow } from './concern-row'
import { DraftSaving } from './draft-saving'
import { EarlierConcernRow } from './earlier-concern-row'
import { HowItWasDone } from './how-it-was-done'

const RunningList = dynamic(() => import('./running-list').then((module) => module.RunningList), {
  ssr: false,
})

const FORM = 'recording'

type Props = {
  action: FormAction
  patientId: string
  teamId: string
  /** 0: nothing is saved yet. */
  version: number
  content: DraftContent
  rows: RecordingRows
  /** `3 Oct 2026` of the assessment that this one starts from. */
  lastOn: string | null
  /** `Saved 14:31 by Beryl Jones`, or that nothing is. */
  savedWords: string
}

/**
 * The whole assessment on one page, for a conversation that goes where the person takes it. One long form without
 * JavaScript; with it, saved as it is filled in, with the list of what was picked beside it.
 */
export function RecordingForm(props: Props) {
  const { action, content, rows, lastOn } = props
  return (
    <ActionForm action={action} id={FORM} className="group/recording">
      <h1>Record a holistic needs assessment</h1>
      <HiddenInput name="patientId" value={props.patientId} />
      <HiddenInput name="teamId" value={props.teamId} />
      <HiddenInput name="catalogueVersion" value={content.catalogueVersion} />
      <HiddenInput name="followsId" value={content.followsId ?? ''} />
      <div className="lg:grid lg:grid-cols-[2fr_1fr] lg:gap-8">
        <div>
          <HowItWasDone content={content} />
          {rows.earlier.length > 0 ? (
            <section>
              <h2>Concerns of last time{lastOn ? `, ${lastOn}` : ''}</h2>
              {rows.earlier.map((concern) => (
                <EarlierConcernRow
                  concern={concern}
                  typed={content.concerns[concern.key]}
                  key={concern.key}
                />
              ))}
            </section>
          ) : null}
          <NewConcerns rows={rows} content={content} />
        </div>
        <div className="lg:sticky lg:top-32 lg:max-h-[calc(100vh-9rem)] lg:self-start lg:overflow-y-auto">
          <RunningList formId={FORM} />
          <DraftSaving formId={FORM} action={action} version={props.version} savedWords={props.savedWords} />
          <ButtonGroup>
            <Button name="intent" value="check">
              Continue to check answers
            </Button>
            <Button name="intent" value="later" variant="secondary">
              Save and come back later
            </Button>
          </ButtonGroup>
        </div>
      </div>
    </ActionForm>
  )
}

function NewConcerns({ rows, content }: { rows: RecordingRows; content: DraftContent }) {
  return (
    <section>
      <h2>{rows.earlier.length > 0 ? 'New concerns' : 'Concerns'}</h2>
      <p>
        Select what troubles the person. Score each from 0, no trouble, to 10, the worst, or leave the score
        empty. Number what they most want to talk about 1, 2, 3.
      </p>
      {rows.domains.map(({ label, concerns }) => (
        <section className="mb-6" key={label}>
          <h3>{label}</h3>
          <div className="md:grid md:grid-cols-2 md:items-start md:gap-x-6">
            {concerns.map((concern) => (
              <ConcernRow
                name={`concerns.${concern.key}`}
                label={concern.label}
                typed={content.concerns[concern.key]}
                key={concern.key}
              />
            ))}
          </div>
        </section>
      ))}
      <section className="mb-6">
        <h3>Something else</h3>
        {rows.others.map((key, index) => (
          <div className={index === 0 ? undefined : SHOWN_AFTER_ANOTHER} key={key}>
            <ConcernRow
              name={`concerns.${key}`}
              label={index === 0 ? 'A concern that is not listed' : 'Another that is not listed'}
              typed={content.concerns[key]}
              isNamed
            />
          </div>
        ))}
      </section>
      <h3>Nothing at the moment</h3>
      <Checkboxes
        name="noConcerns"
        values={content.noConcerns ? ['on'] : []}
        items={[
          {
            value: 'on',
            label: 'No concerns',
            hint: 'This completes the assessment. No care plan is needed',
          },
        ]}
      />
    </section>
  )
}

/** By CSS, so also without JavaScript: a further row once the one before it is in use. */
const SHOWN_AFTER_ANOTHER = 'hidden has-checked:block [div:has(:checked)+&]:block'
