import type { RemsProgramme } from '@keel/rulebook'
import { ConfidenceTag } from '../parts/confidence-tag.tsx'
import { DataTable } from '../parts/data-table.tsx'
import { SourceLinks } from '../parts/links.tsx'
import { ValueTable } from '../parts/value-table.tsx'
import { capitalised } from '../words.ts'

/** What the programme asks of the site, and the fields of its form. */
export function Rems({ programme: { requirements, formDueWithin, form } }: { readonly programme: RemsProgramme }) {
  return (
    <>
      <DataTable
        caption="What the programme asks"
        heads={['Asks', 'Confidence', 'Sources']}
        rows={requirements.map(({ key, says, confidence, cites }) => ({
          key,
          cells: [
            says,
            <ConfidenceTag key="confidence" confidence={confidence} />,
            <SourceLinks key="sources" cites={cites} />,
          ],
        }))}
      />
      <ValueTable
        caption="When the form is due"
        names={['What']}
        rows={formDueWithin.map((value) => ({ key: value.from, names: ['The form is due within'], value }))}
      />
      <p>The form changes now and then: read the current one before it is sent.</p>
      <DataTable
        caption="Fields of the monitoring form"
        heads={['Part', 'Fields', 'Confidence', 'Sources']}
        rows={form.map(({ group, fields, confidence, cites }) => ({
          key: group,
          cells: [
            capitalised(group),
            fields.map(({ says }) => says).join('; '),
            <ConfidenceTag key="confidence" confidence={confidence} />,
            <SourceLinks key="sources" cites={cites} />,
          ],
        }))}
      />
    </>
  )
}
