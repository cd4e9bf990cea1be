import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { Client } from 'pg'
import { uuidv7 } from 'uuidv7'
import { parseHelpLibrary } from '@/lib/care-plans/help-library'
import { parseConcernCatalogue, type ConcernCatalogue } from '@/lib/needs-assessments/concern-catalogue'
import { projectRoot } from './project-root'

type Options = { ownerUrl: string; catalogueFiles?: readonly string[] }

const REFERENCE = path.join(projectRoot, 'prisma/reference')

/**
 * Loads organisations, teams, concern catalogues and the help library. What is there already stays as it is, so that
 * what an administrator changed is never overwritten. Idempotent.
 *
 * @param options `catalogueFiles`: further concern catalogues to load, newest last
 * @returns the versions of concern catalogues that were new
 * @throws ReferenceDataError naming every faulty entry; nothing is then loaded
 */
export async function loadReferenceData({
  ownerUrl,
  catalogueFiles = [],
}: Options): Promise<{ catalogues: string[] }> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock(4810112)')
    await loadOrganisations(client)
    await loadTeams(client)
    const catalogues: string[] = []
    for (const file of [...filesIn('concern-catalogue'), ...catalogueFiles])
      catalogues.push(...(await loadCatalogue(client, file)))
    for (const file of filesIn('help-library')) await loadHelpLibrary(client, file)
    await client.query('commit')
    return { catalogues }
  } finally {
    await client.end()
  }
}

function filesIn(folder: string): string[] {
  const inside = path.join(REFERENCE, folder)
  return readdirSync(inside)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => path.join(inside, name))
}

function rowsOf(file: string): Record<string, string>[] {
  const text = readFileSync(path.join(REFERENCE, 'organisations', file), 'utf8')
  return parse(text, { columns: true, skip_empty_lines: true, bom: true })
}

async function loadOrganisations(client: Client): Promise<void> {
  for (const row of rowsOf('organisations.csv')) {
    await client.query(
      `insert into organisation (id, ods_code, name, kind, parent_id)
       values ($1, $2, $3, $4::organisation_kind, (select id from organisation where ods_code = $5))
       on conflict (ods_code) do nothing`,
      [uuidv7(), row.ods_code, row.name, row.kind, row.parent_ods_code || null],
    )
  }
}

async function loadTeams(client: Client): Promise<void> {
  for (const row of rowsOf('teams.csv')) {
    await client.query(
      `insert into team (id, organisation_id, code, name, kind, tumour_group, telephone)
       select $1, id, $2, $3, $4::team_kind, $5, $6 from organisation where ods_code = $7
       on conflict (code) do nothing`,
      [
        uuidv7(),
        row.team_code,
        row.name,
        row.kind,
        row.tumour_group || null,
        row.telephone || null,
        row.organisation_ods_code,
      ],
    )
  }
}

/** @returns its version, if it is new */
async function loadCatalogue(client: Client, file: string): Promise<string[]> {
  const text = readFileSync(file, 'utf8')
  const catalogue = parseConcernCatalogue(JSON.parse(text))
  if (!(await isNew(client, catalogue.name, catalogue.version, text))) return []
  await client.query(
    `insert into concern_definition (catalogue_version, code, domain, domain_label, position, label, patient_label)
     select $1, code, domain, domain_label, position, label, patient_label
     from jsonb_to_recordset($2) as entry (code text, domain text, domain_label text, position int, label text, patient_label text)`,
    [catalogue.version, JSON.stringify(inOrder(catalogue))],
  )
  return [catalogue.version]
}

function inOrder(catalogue: ConcernCatalogue) {
  const domains = [...catalogue.domains].sort((one, other) => one.position - other.position)
  return domains
    .flatMap((domain) =>
      catalogue.concerns
        .filter((concern) => concern.domain === domain.code)
        .sort((one, other) => one.position - other.position)
        .map((concern) => ({ ...concern, domain_label: domain.label, patient_label: concern.patientLabel })),
    )
    .map((concern, index) => ({ ...concern, position: index + 1 }))
}

async function loadHelpLibrary(client: Client, file: string): Promise<void> {
  const text = readFileSync(file, 'utf8')
  const library = parseHelpLibrary(JSON.parse(text))
  if (!(await isNew(client, library.name, library.version, text))) return
  const { rows } = await client.query<{ id: string }>(
    "select id from organisation where kind in ('nhs_trust', 'community_provider')",
  )
  for (const { id } of rows) {
    const entries = library.entries.map((entry) => ({ ...entry, id: uuidv7() }))
    await client.query(
      `insert into help_entry (id, organisation_id, concern_code, kind, title, detail)
       select id, $1, "concernCode", kind, title, detail
       from jsonb_to_recordset($2) as entry (id uuid, "concernCode" text, kind text, title text, detail text)`,
      [id, JSON.stringify(entries)],
    )
  }
}

/** Notes the set as loaded. A set of the same name and version that was loaded before stays as it was. */
async function isNew(client: Client, name: string, version: string, text: string): Promise<boolean> {
  const hash = createHash('sha256').update(text).digest('hex')
  const { rowCount } = await client.query(
    'insert into reference_set (name, version, hash, loaded_at) values ($1, $2, $3, clock_timestamp()) on conflict do nothing',
    [name, version, hash],
  )
  return rowCount === 1
}
