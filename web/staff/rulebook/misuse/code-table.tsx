import { type CodeGroup, evidenceWords, sentenceOf } from '@keel/rulebook'
import { sourcesOfCode } from '../cited.ts'
import { ConfidenceTag } from '../parts/confidence-tag.tsx'
import { DataTable } from '../parts/data-table.tsx'
import { SourceLinks } from '../parts/links.tsx'

/** The signs of one kind. @param marked the id of the row that was looked for. */
export function CodeTable({
  group: { key, title, codes },
  marked,
}: {
  readonly group: CodeGroup
  readonly marked?: string | undefined
}) {
  return (
    <DataTable
      caption={title}
      heads={[
        'Sign',
        'Code',
        key === 'points' ? 'When, and its points' : 'When',
        'Why',
        'Evidence',
        'Confidence',
        'Sources',
      ]}
      rows={codes.map((code) => {
        const id = `sign-${code.code}`
        return {
          key: code.code,
          id,
          marked: id === marked,
          cells: [
            code.title,
            <code key="code">{code.code}</code>,
            sentenceOf(code),
            code.because,
            code.evidence.map((one) => evidenceWords[one]).join('; '),
            <ConfidenceTag key="confidence" confidence={code.confidence} />,
            <SourceLinks key="sources" cites={sourcesOfCode(code)} />,
          ],
        }
      })}
    />
  )
}
